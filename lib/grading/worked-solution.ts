import { z } from 'zod'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { requireAttemptOwner } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'

export const solutionParams = z.strictObject({ id: z.uuid(), slug: z.string().min(1).max(200) })

/** The worked solution of one question with the attempt's own numbers, field by field. */
export interface WorkedSolution {
  solution: Record<string, PaperNode[]>
}

/** For the student whose attempt it is: once it is handed in and the exam released, as its result. */
export async function attemptSolution(
  principal: Principal | null,
  attemptId: string,
  slug: string,
): Promise<WorkedSolution> {
  const facts = await requireAttemptOwner(principal, attemptId)
  const release = await readRelease(facts.examId)
  if (!release.shows?.solutions) throw new Refusal(403, 'not-released', 'The solutions have not been released yet.')
  return solutionOf(attemptId, slug)
}

/** For the staff of its course, released or not. */
export async function staffSolution(
  principal: Principal | null,
  attemptId: string,
  slug: string,
): Promise<WorkedSolution> {
  const [exam] = await query<{ courseId: string }>(
    'SELECT e.course_id AS "courseId" FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1',
    [attemptId],
  )
  await requireRole(principal, exam?.courseId, ['ta', 'instructor'])
  return solutionOf(attemptId, slug)
}

async function solutionOf(attemptId: string, slug: string): Promise<WorkedSolution> {
  const [found] = await query<WorkedSolution & { submitted: boolean }>(
    `SELECT v.solution, EXISTS (SELECT FROM submission s WHERE s.attempt_id = v.attempt_id) AS submitted
     FROM variant_as_graded v JOIN exam_question q ON q.id = v.exam_question_id
     WHERE v.attempt_id = $1 AND q.slug = $2`,
    [attemptId, slug],
  )
  if (!found) throw notFound()
  if (!found.submitted) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  return { solution: found.solution }
}
