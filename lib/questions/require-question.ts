import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { forbidden, notFound } from '../http/refusal.ts'

/** read: the published version; edit: the draft and its history too; publish: what exams get. */
export type QuestionRight = 'read' | 'edit' | 'publish'

const ladder: readonly QuestionRight[] = ['read', 'edit', 'publish']

export interface KnownQuestion {
  /** null: a file of the house's bank that nothing has used yet */
  questionId: string | null
  /** null: it belongs to the house */
  courseId: string | null
  /** the most that this person may do */
  right: QuestionRight
}

interface Known extends Omit<KnownQuestion, 'right'> {
  slug: string
  staff: boolean | null
  rank: number
}

/**
 * What a person may do with questions, in their order. Of the house's: every member of staff reads it, administrators do the
 * rest. Of a course: its staff edit, its instructors publish; staff of a course that it is shared with read or edit.
 */
async function known(personId: string, slugs: readonly string[]): Promise<Known[]> {
  return query<Known>(
    `WITH me AS (SELECT id, administrator FROM person WHERE id = $1),
       mine AS (SELECT course_id, role FROM membership WHERE person_id = $1 AND role IN ('ta', 'instructor')),
       staff AS (SELECT administrator OR EXISTS (SELECT FROM mine) AS yes FROM me)
     SELECT s.slug, (SELECT yes FROM staff) AS staff, q.id AS "questionId", q.course_id AS "courseId",
       CASE WHEN (SELECT administrator FROM me) THEN 3
         WHEN q.course_id IS NULL THEN (SELECT yes FROM staff)::int
         ELSE coalesce((SELECT max(CASE
             WHEN r."right" = 'own' AND m.role = 'instructor' THEN 3
             WHEN r."right" IN ('own', 'edit') THEN 2 ELSE 1 END)
           FROM question_right r JOIN mine m USING (course_id) WHERE r.question_id = q.id), 0) END AS rank
     FROM unnest($2::text[]) WITH ORDINALITY AS s(slug, place) LEFT JOIN question q ON q.slug = s.slug ORDER BY s.place`,
    [personId, slugs],
  )
}

function rightOf({ staff, rank, questionId, courseId }: Known): KnownQuestion {
  if (!staff) throw forbidden()
  const right = ladder[rank - 1]
  if (right === undefined) throw notFound()
  return { questionId, courseId, right }
}

const reaches = (right: QuestionRight, wanted: QuestionRight) => ladder.indexOf(right) >= ladder.indexOf(wanted)

/**
 * A person who may read, edit or publish the question. To somebody it is not shared with it does not exist (404); who may
 * do less than was asked is told so (403), and so is whoever is staff of no course.
 */
export async function requireQuestion(
  principal: Principal | null,
  slug: string,
  right: QuestionRight,
): Promise<Principal & KnownQuestion> {
  const person = requirePerson(principal)
  const [row] = await known(person.personId, [slug])
  if (!row) throw forbidden()
  const question = rightOf(row)
  if (!reaches(question.right, right)) throw forbidden()
  return { ...person, ...question }
}

/**
 * The same of several: one that may not be read refuses them all, as if it did not exist. With how many of them less may be
 * done than was asked is told of each; where that is all of them, they are refused.
 */
export async function requireQuestions(
  principal: Principal | null,
  slugs: readonly string[],
  right: QuestionRight,
): Promise<{ personId: string; questions: (KnownQuestion & { slug: string; may: boolean })[] }> {
  const { personId } = requirePerson(principal)
  const rows = await known(personId, slugs)
  const questions = rows.map((row) => {
    const question = rightOf(row)
    return { slug: row.slug, ...question, may: reaches(question.right, right) }
  })
  if (!questions.some(({ may }) => may)) throw forbidden()
  return { personId, questions }
}
