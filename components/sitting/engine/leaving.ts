import { batchOf } from './batch.ts'
import type { Keeper } from './journal/keeper.ts'
import type { Save } from './protocol.ts'

/** What follows a page that may be closing: what lies in the journal at once, the rest as soon as it does. */
export function sendOnLeaving(unsaved: readonly Save[], keeper: Keeper, send: (batch: Save[]) => void): void {
  const follow = (saves: readonly Save[]) => {
    const batch = batchOf(saves, true, false)
    if (batch.length > 0) send(batch)
  }
  const owed = new Set(unsaved.filter(({ field }) => keeper.owes(field)))
  follow(unsaved.filter((save) => !owed.has(save)))
  if (owed.size > 0) void keeper.settled().then(() => follow([...owed]))
}
