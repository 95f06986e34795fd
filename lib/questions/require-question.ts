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

/**
 * What a person may do with a question. Of the house's: every member of staff reads it, administrators do the rest. Of a
 * course: its staff edit, its instructors publish; staff of a course that it is shared with read or edit.
 */
async function known(
  personId: string,
  slug: string,
): Promise<{ staff: boolean } & Omit<KnownQuestion, 'right'> & { rank: number }> {
  const [row] = await query<{ staff: boolean; questionId: string | null; courseId: string | null; rank: number }>(
    `WITH me AS (SELECT id, administrator FROM person WHERE id = $1),
       mine AS (SELECT course_id, role FROM membership WHERE person_id = $1 AND role IN ('ta', 'instructor')),
       staff AS (SELECT administrator OR EXISTS (SELECT FROM mine) AS yes FROM me)
     SELECT (SELECT yes FROM staff) AS staff, q.id AS "questionId", q.course_id AS "courseId",
       CASE WHEN (SELECT administrator FROM me) THEN 3
         WHEN q.course_id IS NULL THEN (SELECT yes FROM staff)::int
         ELSE coalesce((SELECT max(CASE
             WHEN r."right" = 'own' AND m.role = 'instructor' THEN 3
             WHEN r."right" IN ('own', 'edit') THEN 2 ELSE 1 END)
           FROM question_right r JOIN mine m USING (course_id) WHERE r.question_id = q.id), 0) END AS rank
     FROM (SELECT 1) one LEFT JOIN question q ON q.slug = $2`,
    [personId, slug],
  )
  return row ?? { staff: false, questionId: null, courseId: null, rank: 0 }
}

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
  const { staff, rank, ...question } = await known(person.personId, slug)
  if (!staff) throw forbidden()
  const most = ladder[rank - 1]
  if (most === undefined) throw notFound()
  if (rank < ladder.indexOf(right) + 1) throw forbidden()
  return { ...person, ...question, right: most }
}
