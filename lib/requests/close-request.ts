import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { requireReviewer } from '../review/require-reviewer.ts'
import { appendMessage, requireNewest } from './append-message.ts'
import { seen } from './request-body.ts'
import { findRequest, holdRequest } from './request-now.ts'

export const closeBody = z.strictObject({
  seq: seen,
  to: z.enum(['closed', 'open']),
  text: z.string().trim().max(5_000).default(''),
})

/** Staff end a thread, with or without a word, or open it again: for themselves, or for the student to go on. */
export async function closeRequest(
  principal: Principal | null,
  requestId: string,
  given: z.input<typeof closeBody>,
): Promise<{ seq: number }> {
  const request = await findRequest(query, requestId)
  const { personId } = await requireReviewer(principal, request ?? null)
  if (!request) throw notFound()
  const { seq, to, text } = parse(closeBody, given)
  return inTransaction(async (run) => {
    const now = await holdRequest(run, requestId)
    requireNewest(now, seq)
    const may = to === 'closed' ? ['open', 'answered'] : ['closed', 'answered']
    if (!may.includes(now.state)) throw new Refusal(409, 'state', 'This request stands so already.')
    const act = to === 'closed' ? 'close' : 'reopen'
    return { seq: await appendMessage(run, requestId, seq, { act, state: to, personId, text }) }
  })
}
