import pg from 'pg'

interface Made {
  courseId: string
}

/** A course of its own, with an instructor and a student beside the demo people: exams that are built in it are in nobody's way. */
export async function emptyCourse(people: { student: string; instructor: string }, title: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  try {
    const made = await client.query<Made>(
      `WITH course AS (INSERT INTO course (slug, title, zone) VALUES (gen_random_uuid(), $1, 'Europe/Berlin') RETURNING id),
       people AS (
         INSERT INTO person (issuer, subject, name, email, password_hash, email_verified)
         SELECT ada.issuer, first || '@example.edu', initcap(first), first || '@example.edu', ada.password_hash, true
         FROM person ada, unnest($2::text[]) AS first WHERE ada.email = 'ada@example.edu'
         ON CONFLICT (issuer, subject) DO UPDATE SET name = excluded.name RETURNING id, email)
       INSERT INTO membership (course_id, person_id, role)
       SELECT course.id, people.id, (CASE WHEN people.email LIKE $3 || '@%' THEN 'instructor' ELSE 'student' END)::role
       FROM course, people RETURNING course_id AS "courseId"`,
      [title, Object.values(people), people.instructor],
    )
    const [row] = made.rows
    if (!row) throw new Error('no course was made')
    return row.courseId
  } finally {
    await client.end()
  }
}
