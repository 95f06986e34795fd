import type pg from 'pg'

const SUBJECT = 'bench-student'
export const emailOf = (i: number) => `${SUBJECT}-${i}@example.edu`

/** Enrols students beside those of the demo, with the same password. Returns the id of the demo exam. */
export async function enrolStudents(client: pg.Client, count: number): Promise<string> {
  await client.query(
    `insert into person (issuer, subject, name, email, password_hash)
     select demo.issuer, $1 || '-' || i || '@example.edu', 'Student ' || i, $1 || '-' || i || '@example.edu', demo.password_hash
     from person demo, generate_series(0, $2 - 1) i where demo.email = 'ada@example.edu'
     on conflict do nothing`,
    [SUBJECT, count],
  )
  await client.query(
    `insert into membership (course_id, person_id, role)
     select m.course_id, p.id, m.role from person p, membership m join person demo on demo.id = m.person_id
     where demo.email = 'ada@example.edu' and p.email like $1 || '-%'
     on conflict do nothing`,
    [SUBJECT],
  )
  const { rows } = await client.query<{ id: string }>(
    `select e.id from exam e where state = 'published' order by e.published_at limit 1`,
  )
  if (!rows[0]) throw new Error('no exam is published')
  return rows[0].id
}
