import type { Person } from '../setup/people.ts'
import { changeRow, readRow } from './drawn.ts'

interface Quiz {
  title: string
  /** questions of the demo exam; each is worth 4 points here */
  slugs: readonly string[]
  /** columns of the exam and what they are set to */
  rules: Record<string, string | number | null>
  /** so many of the questions, in an order of chance */
  section?: { title: string; instructions: string; pick: number }
}

/** A course of its own with an exam of questions copied from the demo exam. Its people sign in with the demo password. */
export async function ownQuiz(people: { student: Person; instructor: Person }, quiz: Quiz): Promise<string> {
  const { examId, courseId } = await readRow<{ examId: string; courseId: string }>(
    `with course as (insert into course (slug, title) values (gen_random_uuid(), $1) returning id)
     insert into exam (course_id, slug, title, state, published_at)
     select id, gen_random_uuid(), $1, 'published', clock_timestamp() from course
     returning id as "examId", course_id as "courseId"`,
    [quiz.title],
  )
  for (const [column, value] of Object.entries(quiz.rules))
    await changeRow(`update exam set ${column} = $2 where id = $1`, [examId, value])
  await changeRow(
    `with put as (
       insert into exam_question (exam_id, position, slug, question_version_id, points, state)
       select $1, array_position($2, q.slug), q.slug, q.question_version_id, 4, 'ready'
       from exam_question q join exam e on e.id = q.exam_id
       where q.slug = any ($2) and q.state = 'ready' and e.title like '%twelve questions%'
       returning id, slug)
     insert into pool_variant (exam_question_id, variant_id)
     select put.id, p.variant_id from put join exam_question q using (slug) join exam e on e.id = q.exam_id
     join pool_variant p on p.exam_question_id = q.id where e.title like '%twelve questions%'`,
    [examId, quiz.slugs],
  )
  if (quiz.section) {
    const { title, instructions, pick } = quiz.section
    await changeRow(
      `with section as (insert into exam_section (exam_id, position, title, instructions, pick, shuffle)
         values ($1, 1, $2, $3, $4, true) returning id)
       update exam_question set section_id = section.id from section where exam_id = $1`,
      [examId, title, instructions, pick],
    )
  }
  for (const [role, person] of Object.entries(people)) {
    const email = `${person}@example.edu`
    await changeRow(
      `with known as (
         insert into person (issuer, subject, name, email, password_hash, email_verified)
         select issuer, $1, $2, $1, password_hash, true from person where email = 'ada@example.edu'
         on conflict (issuer, subject) do update set name = excluded.name returning id)
       insert into membership (course_id, person_id, role) select $3, id, $4::role from known`,
      [email, `${person[0]?.toUpperCase()}${person.slice(1)}`, courseId, role],
    )
  }
  return examId
}
