import type { Query } from '../db/query.ts'

/** What staff do to an exam that is sat. The words are kept for good: the log is read years later. */
export type ActionName =
  | 'extend'
  | 'start-break'
  | 'end-break'
  | 'close'
  | 'reopen'
  | 'announce'
  | 'accommodate'
  | 'set-window'
  | 'edit-exam'
  | 'unpublish'
  | 'draw-anew'
  | 'discard'
  | 'set-access'
  | 'exempt'
  | 'end-sessions'
  | 'accept-late'
  | 'leave-late'
  | 'import-sealed'
  | 'set-blindness'
  | 'set-second-look'

export interface StaffAction {
  examId: string
  attemptId?: string
  personId: string
  action: ActionName
  details?: Record<string, unknown>
  reason?: string
}

/** Writes down who did what, in the transaction that does it. */
export async function logAction(query: Query, action: StaffAction): Promise<void> {
  await query(
    `INSERT INTO staff_action (exam_id, attempt_id, person_id, action, details, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      action.examId,
      action.attemptId ?? null,
      action.personId,
      action.action,
      JSON.stringify(action.details ?? {}),
      action.reason ?? '',
    ],
  )
}
