import type { Journal, JournalChange, JournalRow } from './journal.ts'

const store = 'edits'
/** No field is called so: this row remembers the epoch. */
const claim = ''

/** The journal of an attempt in IndexedDB, flushed to the disk before a write counts as done. */
export function indexedJournal(attempt: string): Journal {
  let opened: Promise<IDBDatabase> | null = null
  const database = () => {
    opened ??= open(() => {
      opened = null
    })
    return opened
  }

  const within = async <T>(mode: IDBTransactionMode, work: (edits: IDBObjectStore) => () => T): Promise<T> => {
    const transaction = (await database()).transaction(store, mode, { durability: 'strict' })
    const result = work(transaction.objectStore(store))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
    return result()
  }

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

/** Async, so that a browser that forbids even to look at `indexedDB` rejects like any other refusal. */
async function open(onGone: () => void): Promise<IDBDatabase> {
  try {
    const request = indexedDB.open('referee', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: ['attempt', 'field'] })
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    // the student cleared the site's data, or a newer page wants another version: the next write opens it anew
    database.onclose = onGone
    database.onversionchange = () => {
      database.close()
      onGone()
    }
    return database
  } catch (error) {
    onGone()
    throw error
  }
}
