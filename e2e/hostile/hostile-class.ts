import { changeRow, readRow } from '../sitting/drawn.ts'
import { letters } from './payloads.ts'

/** Names that would run, turn the line around, or stand in each other's way. */
const names = {
  mallory: `<img src=x onerror=window.pwned=1> ${letters.unended} {name} $& ${letters.zalgo}`,
  trudy: `"><svg onload=window.pwned=1> ${letters.rightToLeft} ${'W'.repeat(60)}`,
} as const
export type Hostile = keyof typeof names

/** A course of its own, so that nobody else's pages have these names: staffed by Tara and Ines, with an exam of a few questions. */
export async function hostileClass(): Promise<{ examId: string }> {
  const { courseId } = await readRow<{ courseId: string }>(
    `insert into course (slug, title) values (gen_random_uuid()::text, 'Hostile texts') returning id as "courseId"`,
  )
  for (const [person, name] of Object.entries(names))
    await changeRow(
      `insert into person (issuer, subject, name, email, password_hash)
       select issuer, $1, $2, $1, password_hash from person where email = 'ada@example.edu' on conflict do nothing`,
      [`${person}@example.edu`, name],
    )
  const roles = { mallory: 'student', trudy: 'student', tara: 'ta', ines: 'instructor' }
  for (const [person, role] of Object.entries(roles))
    await changeRow(
      `insert into membership (course_id, person_id, role) select $1, id, $3::role from person where email = $2`,
      [courseId, `${person}@example.edu`, role],
    )
  const { examId } = await readRow<{ examId: string }>(
    `insert into exam (course_id, slug, title, duration_seconds, sync_grace_seconds, state, published_at)
     values ($1, 'hostile', 'Hostile exam', 3600, 0, 'published', clock_timestamp()) returning id as "examId"`,
    [courseId],
  )
  // questions with every kind of field, and texts enough; as they were drawn, for one may have been corrected since
  await changeRow(
    `with taken as (
       insert into exam_question (exam_id, position, slug, question_version_id, points, state)
       select $1, q.position, q.slug, (select v.question_version_id from pool_variant p join variant v on v.id = p.variant_id
           where p.exam_question_id = q.id limit 1), q.points, 'ready' from exam_question q
       where q.exam_id = (select exam_id from exam_question where slug = '12-design' and state = 'ready' order by exam_id limit 1)
         and q.slug in ('01-short-answers', '03-convolution', '05-one-by-one', '06-three-or-seven', '09-bias-variance', '12-design')
       returning id, slug)
     insert into pool_variant (exam_question_id, variant_id)
     select t.id, p.variant_id from taken t join exam_question q on q.slug = t.slug
     join pool_variant p on p.exam_question_id = q.id
     where q.exam_id = (select exam_id from exam_question where slug = '12-design' and state = 'ready' and exam_id <> $1 order by exam_id limit 1)`,
    [examId],
  )
  return { examId }
}
