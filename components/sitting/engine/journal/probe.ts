import { indexedJournal } from './indexed-journal.ts'
import type { Journal } from './journal.ts'

const patience = 3000

/** Whether this browser would keep a journal: it is asked to keep a row and to forget it again. */
export async function keepsJournal(journal: Journal = indexedJournal('probe')): Promise<boolean> {
  const nothing = { epoch: 0, revision: 0, value: null, monotonicMs: 0, wallMs: 0, fate: null }
  const tried = journal
    .write([{ put: { field: 'probe', opId: 'probe', ...nothing } }])
    .then(() => journal.write([{ remove: 'probe', opIds: ['probe'] }]))
    .then(
      () => true,
      () => false,
    )
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false))
  return Promise.race([tried, late])
}
