import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { indexedJournal } from './indexed-journal.ts'
import type { JournalRow } from './journal.ts'

const row = (field: string, opId: string): JournalRow => ({
  field,
  epoch: 1,
  revision: 1,
  opId,
  value: null,
  monotonicMs: 0,
  wallMs: 0,
  fate: null,
})

/** The browser's storage as far as the journal asks it; a transaction ends when the test says so. */
function pretendStorage() {
  const asked: unknown[][] = []
  const ends: ((event: 'complete' | 'abort') => void)[] = []
  const databases: { onclose?: () => void; onversionchange?: () => void; close: () => void; closed: boolean }[] = []
  let refuses = false
  const open = () => {
    const database = {
      closed: false,
      close: () => {
        database.closed = true
      },
      transaction: (...request: unknown[]) => {
        asked.push(request)
        const transaction = {
          error: null,
          objectStore: () => ({ put: () => ({}), getAll: () => ({ result: [] }), get: () => ({}) }),
          oncomplete: () => {},
          onabort: () => {},
        }
        ends.push((event) => (event === 'complete' ? transaction.oncomplete() : transaction.onabort()))
        return transaction
      },
    }
    const request = { result: database, error: new Error('blocked'), onsuccess: () => {}, onerror: () => {} }
    if (!refuses) databases.push(database)
    queueMicrotask(() => (refuses ? request.onerror() : request.onsuccess()))
    return request
  }
  vi.stubGlobal('indexedDB', { open })
  vi.stubGlobal('IDBKeyRange', { bound: (...ends: unknown[]) => ends })
  return { asked, ends, databases, refuse: (now: boolean) => (refuses = now) }
}
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

describe('the browser’s storage', () => {
  let storage: ReturnType<typeof pretendStorage>
  beforeEach(() => {
    storage = pretendStorage()
  })
  afterEach(() => vi.unstubAllGlobals())

  const writing = async (end: 'complete' | 'abort' = 'complete', journal = indexedJournal('a')) => {
    const said: string[] = []
    void journal.write([{ put: row('q.x', 'one') }]).then(
      () => said.push('written'),
      () => said.push('refused'),
    )
    await turns()
    const before = [...said]
    storage.ends.at(-1)?.(end)
    await turns()
    return { before, said }
  }

  it('is asked to flush to the disk, and nothing counts as written before', async () => {
    expect(await writing()).toEqual({ before: [], said: ['written'] })
    expect(storage.asked).toEqual([['edits', 'readwrite', { durability: 'strict' }]])
  })

  it('that gives up a write has written nothing', async () => {
    expect((await writing('abort')).said).toEqual(['refused'])
  })

  it('is opened once, and anew when it has gone or made way for a newer page', async () => {
    const journal = indexedJournal('a')
    await writing('complete', journal)
    await writing('complete', journal)
    expect(storage.databases).toHaveLength(1)
    storage.databases[0]?.onclose?.()
    await writing('complete', journal)
    expect(storage.databases).toHaveLength(2)
    storage.databases[1]?.onversionchange?.()
    expect(storage.databases[1]?.closed).toBe(true)
    expect((await writing('complete', journal)).said).toEqual(['written'])
    expect(storage.databases).toHaveLength(3)
  })

  it('that could not be opened is asked again', async () => {
    const journal = indexedJournal('a')
    storage.refuse(true)
    expect((await writing('complete', journal)).said).toEqual(['refused'])
    storage.refuse(false)
    expect((await writing('complete', journal)).said).toEqual(['written'])
  })
})
