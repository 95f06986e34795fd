import { query } from '../db/query.ts'
import type { Part } from './require-reviewer.ts'

/** The part `slug.name` of an exam, or null. */
export async function examPart(examId: string, field: string): Promise<Part | null> {
  const [row] = await query<Part>(
    `SELECT e.course_id AS "courseId", q.id AS "examQuestionId", $2::text AS field
     FROM exam e JOIN exam_question q ON q.exam_id = e.id AND q.slug = split_part($2, '.', 1)
     WHERE e.id = $1`,
    [examId, field],
  )
  return row ?? null
}
