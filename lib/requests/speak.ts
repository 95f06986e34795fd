import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { inTransaction, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { tellStaffOfRequests } from '../mail/tell-of-requests.ts'
import { appendMessage, requireNewest } from './append-message.ts'
import { said, seen } from './request-body.ts'
import { findRequest, holdRequest } from './request-now.ts'
import { requireWindow } from './window.ts'

export const replyBody = z.strictObject({ seq: seen, text: said })
export const withdrawBody = z.strictObject({ seq: seen })

/** A request of the asker's own; anybody else's does not exist. */
async function requireOwn(principal: Principal | null, requestId: string) {
  const { personId } = requirePerson(principal)
  const request = await findRequest(query, requestId)
  if (request?.personId !== personId) throw notFound()
  return request
}

/** The student goes on with their thread, while the window is open and nobody has closed it. */
export async function replyToAnswer(
  principal: Principal | null,
  requestId: string,
  given: z.input<typeof replyBody>,
): Promise<{ seq: number }> {
  const { personId, examId } = await requireOwn(principal, requestId)
  const { seq, text } = parse(replyBody, given)
  await sendingQueue()
  return inTransaction(async (run) => {
    const now = await holdRequest(run, requestId)
    requireNewest(now, seq)
    await requireWindow(run, examId)
    if (now.state !== 'open' && now.state !== 'answered') throw new Refusal(409, 'closed', 'This request is closed.')
    const next = await appendMessage(run, requestId, seq, { act: 'reply', state: 'open', personId, text })
    await tellStaffOfRequests(run, examId)
    return { seq: next }
  })
}

/** The student takes back what nobody has answered yet. */
export async function withdrawRequest(
  principal: Principal | null,
  requestId: string,
  given: z.input<typeof withdrawBody>,
): Promise<{ seq: number }> {
  const { personId } = await requireOwn(principal, requestId)
  const { seq } = parse(withdrawBody, given)
  return inTransaction(async (run) => {
    const now = await holdRequest(run, requestId)
    requireNewest(now, seq)
    if (now.state !== 'open') throw new Refusal(409, 'closed', 'This request does not wait any more.')
    const message = { act: 'withdraw', state: 'withdrawn', personId, text: '' } as const
    return { seq: await appendMessage(run, requestId, seq, message) }
  })
}
