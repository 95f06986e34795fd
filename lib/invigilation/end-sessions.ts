import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { endSessionsOf, rememberEnded } from '../auth/sessions.ts'
import { inTransaction } from '../db/query.ts'
import { requireStudentOf } from '../exams/require-student.ts'
import { parse } from '../http/parse.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const endSessionsBody = z.strictObject({
  personId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why: it is kept.').max(1_000),
})

/**
 * Signs a student out everywhere: a computer that was left signed in, or somebody else at it. An open exam page keeps what
 * is typed and asks to sign in again. `sessions`: how many were ended.
 */
export async function endSessions(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof endSessionsBody>,
): Promise<{ sessions: number }> {
  const { personId: staffId } = await requireInvigilator(principal, examId)
  const { personId, reason } = parse(endSessionsBody, given)
  const ended = await inTransaction(async (query) => {
    await requireStudentOf(query, examId, personId)
    const ids = await endSessionsOf(query, personId)
    const details = { personId, sessions: ids.length }
    await logAction(query, { examId, personId: staffId, action: 'end-sessions', details, reason })
    return ids
  })
  rememberEnded(ended)
  return { sessions: ended.length }
}
