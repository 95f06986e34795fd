/** A file that was chosen and that the server does not have yet. */
export interface KeptFile {
  page: string
  /** where it belongs: an attempt's field, or a telephone's link */
  place: string
  name: string
  blob: Blob
  /** it is a drawing anew of what was refused as it was */
  redrawn: boolean
}

const stored = 'files'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('referee-pages', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(stored, { keyPath: 'page' }).createIndex('place', 'place')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(stored, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(stored))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

/** Puts a file aside on this device; false where the device does not take it. */
export const keep = (file: KeptFile): Promise<boolean> =>
  run('readwrite', (store) => store.put(file)).then(
    () => true,
    () => false,
  )

/** The server has it, or the student does not want it any more. */
export const letGo = (page: string): Promise<void> =>
  run('readwrite', (store) => store.delete(page)).then(
    () => {},
    () => {},
  )

/** What was left on this device for a place. */
export const keptFor = (place: string): Promise<KeptFile[]> =>
  run<KeptFile[]>('readonly', (store) => store.index('place').getAll(place)).catch(() => [])
