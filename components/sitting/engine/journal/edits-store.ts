const store = 'edits'

type Within = <T>(mode: IDBTransactionMode, work: (edits: IDBObjectStore) => () => T) => Promise<T>

/**
 * The browser's database of edits, opened when it is first needed and anew where it has gone. What is done within it is
 * flushed to the disk before it counts as done.
 */
export function editsStore(): Within {
  let opened: Promise<IDBDatabase> | null = null
  const database = () => {
    opened ??= open(() => {
      opened = null
    })
    return opened
  }

  return async (mode, work) => {
    const transaction = (await database()).transaction(store, mode, { durability: 'strict' })
    const result = work(transaction.objectStore(store))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
    return result()
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
