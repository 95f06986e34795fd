import type { Entries } from './entries.ts'
import type { Save, SaveResult } from './protocol.ts'

/** Brings the entries to what the server says of a batch. Returns how many edits it settled. */
export function takeResults(
  entries: Entries,
  batch: readonly Save[],
  epoch: number,
  results: readonly SaveResult[],
): number {
  const settled = batch.filter((save) => {
    const result = results.find(({ opId }) => opId === save.opId)
    return result !== undefined && takeResult(entries, save, epoch, result)
  })
  return settled.length
}

/** False where the word of the server leaves the edit as unsaved as it was. */
function takeResult(entries: Entries, save: Save, epoch: number, result: SaveResult): boolean {
  if (entries.strayKept(save)) return true
  if (result.outcome === 'applied') entries.acknowledge(save)
  else if (result.outcome === 'duplicate') entries.acknowledgeAgain(save)
  else if (result.outcome === 'closed') entries.tooLate(save, result.accepted === true)
  else if (result.epoch > epoch) return false
  else entries.supersede(save, result)
  return true
}
