import { editsStore } from './edits-store.ts'
import type { Journal, JournalChange, JournalRow } from './journal.ts'

/** No field is called so: this row remembers the epoch. */
const claim = ''

/** The journal of an attempt in IndexedDB. */
export function indexedJournal(attempt: string): Journal {
  const within = editsStore()
  return {
    load: () =>
      within('readonly', (edits) => {
        const all = edits.getAll(IDBKeyRange.bound([attempt], [attempt, []]))
        return () => {
          const rows = all.result as (JournalRow & { attempt?: string })[]
          const epoch = rows.find(({ field }) => field === claim)?.epoch ?? null
          for (const row of rows) delete row.attempt
          return { rows: rows.filter(({ field }) => field !== claim), epoch }
        }
      }),
    write: (changes) =>
      within('readwrite', (edits) => {
        for (const change of changes) apply(edits, attempt, change)
        return () => {}
      }),
  }
}

function apply(edits: IDBObjectStore, attempt: string, change: JournalChange): void {
  if ('put' in change) edits.put({ attempt, ...change.put })
  else if ('claim' in change) edits.put({ attempt, field: claim, epoch: change.claim })
  else {
    const lying = edits.get([attempt, change.remove])
    lying.onsuccess = () => {
      if (change.opIds.includes(lying.result?.opId)) edits.delete([attempt, change.remove])
    }
  }
}
