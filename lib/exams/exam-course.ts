import { query } from '../db/query.ts'

/**
 * The course an exam belongs to; undefined where there is no such exam, or a trial that was thrown away (then nobody has a
 * role for it).
 */
export async function courseOfExam(examId: string): Promise<string | undefined> {
  const [row] = await query<{ courseId: string }>(
    'SELECT course_id AS "courseId" FROM exam WHERE id = $1 AND discarded_at IS NULL',
    [examId],
  )
  return row?.courseId
}
