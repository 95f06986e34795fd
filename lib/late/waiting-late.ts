import { receiptCode } from '../attempts/receipt.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { type Query, query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'

/** An attempt with late content on which nobody has decided. */
export interface WaitingLate {
  attemptId: string
  /** of what was handed in: it stands for a student whose name does not matter */
  code: string
  fields: number
  lastAt: string
}

/** For the staff of an exam: what came late and waits for a person. */
export async function waitingLate(principal: Principal | null, examId: string): Promise<WaitingLate[]> {
  await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  return lateUndecided(query, examId)
}

/**
 * The attempts of an exam in which something newer than what counts came late, and waits for a person. Without names, like
 * the answers that wait for a review.
 */
export async function lateUndecided(run: Query, examId: string): Promise<WaitingLate[]> {
  const rows = await run<Omit<WaitingLate, 'code'> & { digest: string }>(
    `SELECT a.id AS "attemptId", s.digest, count(*)::int AS fields, iso(max(e.received_at)) AS "lastAt"
     FROM (SELECT DISTINCT attempt_id FROM save_event WHERE late) came JOIN attempt a ON a.id = came.attempt_id
     JOIN submission s ON s.attempt_id = a.id
     JOIN LATERAL (SELECT DISTINCT ON (field) * FROM save_event v
       WHERE v.attempt_id = a.id AND v.late AND v.field NOT LIKE '%#%' ORDER BY field, epoch DESC, revision DESC, id) e ON true
     LEFT JOIN answer_that_counts c ON c.submission_id = s.id AND c.field = e.field
     WHERE a.exam_id = $1 AND coalesce((e.epoch, e.revision) > (c.epoch, c.revision), true)
       AND e.value IS DISTINCT FROM c.value
       AND NOT EXISTS (SELECT FROM late_decision d WHERE d.submission_id = s.id AND d.save_event_id = e.id)
       AND NOT EXISTS (SELECT FROM outdone_submission o WHERE o.exam_id = a.exam_id AND o.submission_id = s.id)
     GROUP BY a.id, s.digest ORDER BY s.digest, a.id`,
    [examId],
  )
  return rows.map(({ digest, ...row }) => ({ ...row, code: receiptCode(digest) }))
}
