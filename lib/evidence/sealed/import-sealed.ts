import { createHash } from 'node:crypto'
import { z } from 'zod'
import { attemptFacts, kindOfKey } from '../../attempts/facts.ts'
import { notAtThisQuestion } from '../../attempts/save-responses.ts'
import { readValue } from '../../attempts/value.ts'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { acceptInGrace } from '../../late/accept-in-grace.ts'
import { requireStaffOf } from '../../late/decide-late.ts'
import { openSealed, type SealedSave } from './open-sealed.ts'

export const sealedBody = z.strictObject({
  /** the text of the file */
  file: z.string().min(1).max(1_900_000),
})

export interface Imported {
  /** edits in the file */
  saves: number
  /** those that were not here yet */
  fresh: number
  /** whether they came after the attempt was closed, and wait for a decision */
  late: boolean
}

const atOnce = 50

/** Batches of one device each, oldest device first. */
function batches(saves: readonly SealedSave[]): { epoch: number; saves: SealedSave[] }[] {
  const devices = [...Map.groupBy(saves, (save) => save.epoch)].sort(([a], [b]) => a - b)
  return devices.flatMap(([epoch, own]) =>
    Array.from({ length: Math.ceil(own.length / atOnce) }, (_, k) => ({
      epoch,
      saves: own.slice(k * atOnce, (k + 1) * atOnce),
    })),
  )
}

/**
 * Takes in what a student's device had sealed: the same saves through the same statement as if the device had sent them
 * now. So what is newer wins, what is late is kept as late, and a second import changes nothing.
 */
export async function importSealed(
  principal: Principal | null,
  attemptId: string,
  given: z.infer<typeof sealedBody>,
): Promise<Imported> {
  const staff = await requireStaffOf(principal, attemptId)
  const { file } = parse(sealedBody, given)
  const facts = await attemptFacts(attemptId)
  const saves = (await openSealed(file, attemptId, facts.personId)).map((save) => ({
    ...save,
    value: readValue(save.field, kindOfKey(facts, save.field), save.value),
  }))
  const imported = await inTransaction(async (query) => {
    const [before] = await query<{ length: number }>(
      'SELECT chain_length AS length FROM attempt WHERE id = $1 FOR NO KEY UPDATE',
      [attemptId],
    )
    let late = false
    for (const batch of batches(saves)) {
      const [row] = await query<{ saved: { state?: string; refused?: string; fields?: string[] } }>(
        'SELECT save_responses($1, $2, $3, $4::jsonb) AS saved',
        [attemptId, facts.personId, batch.epoch, JSON.stringify(batch.saves)],
      )
      if (row?.saved.refused === 'elsewhere') throw notAtThisQuestion(row.saved.fields?.[0])
      if (row?.saved.refused)
        throw new Refusal(422, 'epoch', 'This file names a device that never took this attempt over.', {
          field: 'file',
        })
      late ||= row?.saved.state === 'closed'
    }
    const [after] = await query<{ length: number }>('SELECT chain_length AS length FROM attempt WHERE id = $1', [
      attemptId,
    ])
    const result = { saves: saves.length, fresh: (after?.length ?? 0) - (before?.length ?? 0), late }
    const details = { ...result, from: before?.length, sha256: createHash('sha256').update(file).digest('hex') }
    await logAction(query, { ...staff, attemptId, action: 'import-sealed', details })
    return result
  })
  if (imported.late) await acceptInGrace(attemptId)
  return imported
}
