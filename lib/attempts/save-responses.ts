import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound, Refusal } from '../http/refusal.ts'
import { acceptedOperations, acceptInGrace } from '../late/accept-in-grace.ts'
import { kindOfKey, requireOwnAttempt } from './facts.ts'
import { type SavesBody, savesBody } from './input.ts'
import { requireKnownPages } from './known-pages.ts'
import { saveTogether } from './save-together.ts'
import { readValue } from './value.ts'

const reply = z.strictObject({
  serverNow: z.string(),
  deadline: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  epoch: z.number(),
  results: z.array(
    z.strictObject({
      opId: z.string(),
      field: z.string(),
      outcome: z.enum(['applied', 'duplicate', 'superseded', 'closed']),
      epoch: z.number(),
      revision: z.number(),
      /** `closed`, but taken into the submission: it arrived within the sync grace */
      accepted: z.literal(true).optional(),
    }),
  ),
})
export type SavesReply = z.infer<typeof reply>

/** The client is ahead of the server: it knows a takeover that did not happen. */
export const unknownEpoch = (epoch: unknown) =>
  new Refusal(409, 'epoch', 'This attempt has not been taken over that often.', { details: { epoch } })

/** Questions are sat one at a time, and these fields are of another one. Nothing of the batch was taken. */
export const notAtThisQuestion = (fields: unknown) =>
  invalid('The exam goes from question to question: this one was left, or is not reached yet.', String(fields))

/**
 * Saves a batch of edits. Answers after the commit, one outcome an edit; everything well-formed is kept, whatever its
 * outcome: `superseded` lost to a newer edit, `closed` came too late. The one statement does all the deciding.
 */
export async function saveResponses(
  principal: Principal | null,
  attemptId: string,
  given: SavesBody,
): Promise<SavesReply> {
  const facts = await requireOwnAttempt(principal, attemptId)
  const { epoch, saves } = parse(savesBody, given)
  const checked = saves.map((save) => ({
    ...save,
    value: readValue(save.field, kindOfKey(facts, save.field), save.value),
  }))
  await requireKnownPages(attemptId, checked)
  const row = (await saveTogether({
    attemptId,
    personId: facts.personId,
    epoch,
    saves: JSON.stringify(checked),
  })) as (SavesReply & { refused?: string; fields?: string[] }) | null
  if (!row) throw notFound()
  if (row.refused === 'elsewhere') throw notAtThisQuestion(row.fields?.[0])
  if (row.refused) throw unknownEpoch(row.epoch)
  const saved = reply.parse(row)
  return saved.state === 'closed' ? acceptLate(attemptId, saved) : saved
}

/** What came too late is kept by now; within the sync grace it counts all the same. */
async function acceptLate(attemptId: string, saved: SavesReply): Promise<SavesReply> {
  await acceptInGrace(attemptId)
  const accepted = await acceptedOperations(
    attemptId,
    saved.results.map((result) => result.opId),
  )
  const results = saved.results.map((result) =>
    result.outcome === 'closed' && accepted.has(result.opId) ? { ...result, accepted: true as const } : result,
  )
  return { ...saved, results }
}
