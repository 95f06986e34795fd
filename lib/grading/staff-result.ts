import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { readBlindness, showsNames } from '../review/blind/blindness.ts'
import { loadResult } from './load-result.ts'
import type { Result } from './result.ts'

export interface StaffResult extends Result {
  person: { id: string; name: string; email: string }
  /** who asks reviews without names, and here is one */
  unblinds: boolean
  /** every run of the grader, newest first */
  gradings: { id: string; slug: string; createdAt: string; execution: QuestionGrading['execution'] }[]
}

/** An attempt's result for the staff of its course, released or not. */
export async function staffResult(principal: Principal | null, attemptId: string): Promise<StaffResult> {
  const [attempt] = await query<StaffResult['person'] & { courseId: string }>(
    `SELECT p.id, p.name, p.email, e.course_id AS "courseId"
     FROM attempt a JOIN exam e ON e.id = a.exam_id JOIN person p ON p.id = a.person_id WHERE a.id = $1`,
    [attemptId],
  )
  const { role } = await requireRole(principal, attempt?.courseId, ['ta', 'instructor'])
  const result = await loadResult(attemptId, { staff: true, reviews: true })
  if (!attempt || !result) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  const gradings = await query<StaffResult['gradings'][number]>(
    `SELECT g.id::text, q.slug, iso(g.created_at) AS "createdAt", g.result->'execution' AS execution
     FROM grading g JOIN exam_question q ON q.id = g.exam_question_id WHERE g.submission_id = $1 ORDER BY g.id DESC`,
    [result.receipt.submissionId],
  )
  const { courseId: _, ...person } = attempt
  const unblinds = role === 'ta' && !showsNames(await readBlindness(query, result.exam.id), role)
  return { ...result, person, unblinds, gradings }
}
