import pg from 'pg'

async function one<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row | null> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows[0] ?? null
  } finally {
    await client.end()
  }
}

interface OwnCourse {
  examId: string
  /** 'slug.name' of the text that a person scores */
  field: string
}

/**
 * A course of its own with one exam of one question, copied from the demo exam: what is decided and released in it is
 * nobody else's. Its people sign in with the demo password.
 */
export async function ownCourse(people: { student: string; instructor: string }, title: string): Promise<OwnCourse> {
  const made = await one<OwnCourse>(
    `WITH demo AS (
       SELECT q.* FROM exam_question q JOIN exam e ON e.id = q.exam_id
       WHERE q.slug = '05-one-by-one' AND q.state = 'ready' AND e.title LIKE '%twelve questions%' LIMIT 1),
     course AS (INSERT INTO course (slug, title) VALUES (gen_random_uuid(), $1) RETURNING id),
     exam AS (
       INSERT INTO exam (course_id, slug, title, state, published_at, duration_seconds)
       SELECT id, gen_random_uuid(), $1, 'published', clock_timestamp(), 3600 FROM course RETURNING id),
     question AS (
       INSERT INTO exam_question (exam_id, position, slug, question_version_id, points, state)
       SELECT exam.id, 1, demo.slug, demo.question_version_id, demo.points, 'ready' FROM exam, demo RETURNING id, slug),
     pool AS (
       INSERT INTO pool_variant (exam_question_id, variant_id)
       SELECT question.id, p.variant_id FROM question, demo JOIN pool_variant p ON p.exam_question_id = demo.id),
     people AS (
       INSERT INTO person (issuer, subject, name, email, password_hash)
       SELECT ada.issuer, first || '@example.edu', initcap(first), first || '@example.edu', ada.password_hash
       FROM person ada, unnest($2::text[]) AS first
       WHERE ada.email = 'ada@example.edu'
       ON CONFLICT (issuer, subject) DO UPDATE SET name = excluded.name RETURNING id, email),
     members AS (
       INSERT INTO membership (course_id, person_id, role)
       SELECT course.id, people.id, (CASE WHEN people.email LIKE $3 || '@%' THEN 'instructor' ELSE 'student' END)::role
       FROM course, people)
     SELECT exam.id AS "examId", question.slug || '.' || (SELECT a->>'name'
       FROM question_version v, jsonb_array_elements(v.definition->'answers') a
       WHERE v.id = demo.question_version_id AND a->>'kind' = 'text' LIMIT 1) AS field
     FROM exam, question, demo`,
    [title, Object.values(people), people.instructor],
  )
  if (!made) throw new Error('the demo exam is not there')
  return made
}

/** The submission of an attempt, once a part of it waits for a person; null before. */
export async function waitingAnswer(attemptId: string, field: string): Promise<string | null> {
  const found = await one<{ id: string }>(
    `SELECT e.submission_id AS id FROM review_entry e JOIN submission s ON s.id = e.submission_id
     WHERE s.attempt_id = $1 AND e.field = $2 AND e.why IS NOT NULL`,
    [attemptId, field],
  )
  return found?.id ?? null
}
