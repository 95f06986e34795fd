import { describe, expect, it } from 'vitest'
import type { Journal, JournalChange, JournalRow } from './journal.ts'
import { Keeper } from './keeper.ts'

const row = (field: string, revision: number): JournalRow => {
  const opId = `${field} ${revision}`
  return { field, epoch: 1, revision, opId, value: null, monotonicMs: 0, wallMs: 0, fate: null }
}

/** A keeper over a journal whose writes end when a test says so; it cannot be read so many times. */
function keeping(lying: JournalRow[] = [], unreadable = 0) {
  const writes: { changes: readonly JournalChange[]; end: (error?: Error) => void }[] = []
  const journal: Journal = {
    load: async () => {
      if (unreadable-- > 0) throw new DOMException('blocked', 'UnknownError')
      return { rows: structuredClone(lying), epoch: 1 }
    },
    write: (changes) =>
      new Promise((resolve, reject) => {
        writes.push({ changes, end: (error) => (error ? reject(error) : resolve()) })
      }),
  }
  const alarms: (() => void)[] = []
  const wait = (run: () => void) => {
    alarms.push(run)
    return () => {}
  }
  const said: boolean[] = []
  const found: string[] = []
  const keeper: Keeper = new Keeper(journal, wait, {
    changed: () => said.push(keeper.works),
    found: (rows) => found.push(...rows.map(({ opId }) => opId)),
  })
  const ended = async (error?: Error) => {
    writes.at(-1)?.end(error)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { keeper, writes, said, found, ended, timeOut: alarms }
}

describe('keeping the journal', () => {
  it('writes one at a time, and of a field only the newest', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    for (const revision of [2, 3, 4]) keeper.mirror([row('x', revision)])
    expect(writes.map(({ changes }) => changes)).toEqual([[{ put: row('x', 1) }]])
    expect(keeper.owes('x')).toBe(true)
    await ended()
    expect(writes.map(({ changes }) => changes)[1]).toEqual([{ put: row('x', 4) }])
    await ended()
    expect([writes.length, keeper.owes('x')]).toEqual([2, false])
  })

  it('counts as settled when the newest lies there', async () => {
    const { keeper, ended } = keeping()
    keeper.mirror([row('x', 1)])
    let settled = false
    void keeper.settled().then(() => {
      settled = true
    })
    keeper.mirror([row('x', 2)])
    await ended()
    expect(settled).toBe(false)
    await ended()
    expect(settled).toBe(true)
  })

  it('keeps nobody waiting where the device refuses, and tries again what it refused', async () => {
    const { keeper, writes, said, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended(new DOMException('full', 'QuotaExceededError'))
    expect(said).toEqual([false])
    await keeper.settled()
    keeper.mirror([row('x', 1), row('y', 1)])
    await keeper.settled()
    expect(writes[1]?.changes).toEqual([{ put: row('x', 1) }, { put: row('y', 1) }])
    await ended()
    expect(said).toEqual([false, true])
  })

  it('says once that the device refuses, however often it does', async () => {
    const { keeper, said, ended } = keeping()
    for (const revision of [1, 2]) {
      keeper.mirror([row('x', revision)])
      await ended(new DOMException('full', 'QuotaExceededError'))
    }
    expect(said).toEqual([false])
  })

  it('removes what surely lies there where a newer one was refused', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended()
    keeper.mirror([row('x', 2)])
    await ended(new DOMException('full', 'QuotaExceededError'))
    keeper.mirror([])
    expect(writes.at(-1)?.changes).toEqual([{ remove: 'x', opIds: ['x 2', 'x 1'] }])
  })

  it('looks for nothing in a journal that another tab has', async () => {
    const { keeper, found, ended } = keeping([row('x', 1)], 2)
    await keeper.load()
    keeper.letGo()
    keeper.claim(2)
    await ended()
    expect(found).toEqual([])
  })

  it('removes later what it was not let remove', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended()
    keeper.mirror([])
    await ended(new DOMException('blocked', 'InvalidStateError'))
    keeper.mirror([])
    expect(writes.map(({ changes }) => changes).slice(1)).toEqual(
      [1, 2].map(() => [{ remove: 'x', opIds: ['x 1', 'x 1'] }]),
    )
  })

  it('gives up on a device that does not answer', async () => {
    const { keeper, timeOut, said } = keeping()
    keeper.mirror([row('x', 1)])
    timeOut[0]?.()
    await keeper.settled()
    expect(said).toEqual([false])
  })

  it('does not claim that an edit lies on the device before the device has said so', async () => {
    const { keeper, ended } = keeping()
    expect(keeper.lies).toBe(true)
    keeper.mirror([row('x', 1)])
    expect(keeper.lies).toBe(false)
    await ended()
    expect(keeper.lies).toBe(true)
    keeper.mirror([row('x', 2)])
    await ended(new DOMException('full', 'QuotaExceededError'))
    expect(keeper.lies).toBe(false)
  })

  it('leaves everything to another tab', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended(new DOMException('full', 'QuotaExceededError'))
    keeper.letGo()
    keeper.mirror([])
    keeper.claim(2)
    expect(writes.at(-1)?.changes).toEqual([{ claim: 2 }])
  })

  it('does not write anew what lay there already, and removes it by the operation that lies there', async () => {
    const { keeper, writes, ended } = keeping([row('x', 1), row('y', 1)])
    await keeper.load()
    keeper.mirror([row('x', 1), row('y', 1)])
    expect(writes).toHaveLength(0)
    keeper.mirror([row('x', 2)])
    await ended(new DOMException('full', 'QuotaExceededError'))
    keeper.mirror([])
    expect(writes.at(-1)?.changes).toEqual([
      { remove: 'x', opIds: ['x 2', 'x 1'] },
      { remove: 'y', opIds: ['y 1', 'y 1'] },
    ])
  })

  it('tries twice to read, then goes on without, and tells later what it finds before it writes over it', async () => {
    const once = keeping([row('x', 1)], 1)
    expect((await once.keeper.load()).rows).toHaveLength(1)
    const { keeper, writes, said, found, ended } = keeping([row('x', 1)], 4)
    expect(await keeper.load()).toEqual({ rows: [], epoch: null })
    expect(said).toEqual([false])
    keeper.mirror([row('y', 1)])
    await ended()
    expect([writes.length, found]).toEqual([0, []])
    keeper.mirror([row('y', 1)])
    await ended()
    expect(found).toEqual(['x 1'])
    expect(writes[0]?.changes).toEqual([{ put: row('y', 1) }])
  })

  it('gives up on a journal that does not answer when it is read', async () => {
    const { keeper, timeOut } = keeping()
    const hanging = new Keeper(
      { load: () => new Promise(() => {}), write: async () => {} },
      (run) => {
        timeOut.push(run)
        return () => {}
      },
      { changed: () => {}, found: () => {} },
    )
    const loaded = hanging.load()
    for (const run of timeOut) run()
    expect((await loaded).rows).toEqual([])
    expect([hanging.works, keeper.works]).toEqual([false, true])
  })

  it('removes what need not lie there any more', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended()
    keeper.mirror([])
    expect(writes[1]?.changes).toEqual([{ remove: 'x', opIds: ['x 1', 'x 1'] }])
  })
})
