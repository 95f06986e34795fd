import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { askGrader } from '../questions/ask-grader.ts'
import type { ReceiptCheck } from './receipt-check.ts'

export const runAgainRequest = z.strictObject({ attemptId: z.uuid() })

/** For staff: the grading process runs the gradings of an attempt again, and says what is not as it was stored. */
export async function runAttemptAgain(
  principal: Principal | null,
  attemptId: string,
): Promise<{ checks: ReceiptCheck[] }> {
  const [attempt] = await query<{ courseId: string }>(
    'SELECT e.course_id AS "courseId" FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1',
    [attemptId],
  )
  await requireRole(principal, attempt?.courseId, ['ta', 'instructor'])
  return { checks: await askGrader<ReceiptCheck[]>('/run-again', { attemptId }) }
}
