import { describe, expect, it } from 'vitest'
import type { Journal, JournalChange, JournalRow } from './journal.ts'
import { Keeper } from './keeper.ts'

const row = (field: string, revision: number): JournalRow => {
  const opId = `${field} ${revision}`
  return { field, epoch: 1, revision, opId, value: null, monotonicMs: 0, wallMs: 0, fate: null }
}

/** A keeper over a journal whose writes end when a test says so. */
function keeping() {
  const writes: { changes: readonly JournalChange[]; end: (error?: Error) => void }[] = []
  const journal: Journal = {
    load: async () => ({ rows: [], epoch: null }),
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
  const keeper: Keeper = new Keeper(journal, wait, () => said.push(keeper.works))
  const ended = async (error?: Error) => {
    writes.at(-1)?.end(error)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { keeper, writes, said, ended, timeOut: alarms }
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

  it('removes what need not lie there any more', async () => {
    const { keeper, writes, ended } = keeping()
    keeper.mirror([row('x', 1)])
    await ended()
    keeper.mirror([])
    expect(writes[1]?.changes).toEqual([{ remove: 'x', opIds: ['x 1', 'x 1'] }])
  })
})
