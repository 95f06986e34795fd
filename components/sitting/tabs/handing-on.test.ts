import { afterEach, describe, expect, it, vi } from 'vitest'
import { OneTab } from './one-tab.ts'

/** Other work on the machine is no failure. */
const patiently = { timeout: 20_000 }

const open: { leave(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.leave()
})

let names = 0
const newName = () => `handed on ${names++}`

/** A tab whose alarms go off when a test says so, and that gives up and begins to write as the test lets it. */
async function tab(name: string, { gives = async () => {}, begins = [] as boolean[], locks = navigator.locks } = {}) {
  const does: string[] = []
  const alarms: (() => void)[] = []
  const writer = {
    write: async () => {
      does.push('write')
      return begins.shift() ?? true
    },
    yield: async () => {
      does.push('yield')
      await gives()
    },
    read: () => void does.push('read'),
  }
  const one = new OneTab(name, writer, { locks, wait: (run) => void alarms.push(run) })
  open.push(one)
  await one.join()
  return { one, does, alarms }
}

/** When everything said and asked before has been heard and answered. */
async function heard(name: string): Promise<void> {
  const [mouth, ear] = [new BroadcastChannel(name), new BroadcastChannel(name)]
  const back = new Promise((resolve) => ear.addEventListener('message', resolve))
  mouth.postMessage({})
  await back
  for (let turn = 0; turn < 5; turn++) await navigator.locks.query()
  mouth.close()
  ear.close()
}

describe('handing on', () => {
  it('waits until the tab that writes has put everything down', async () => {
    const name = newName()
    let put = () => {}
    const first = await tab(name, {
      gives: () =>
        new Promise((resolve) => {
          put = resolve
        }),
    })
    const second = await tab(name)
    second.one.takeOver()
    await vi.waitFor(() => expect(first.does).toEqual(['yield']), patiently)
    await heard(name)
    expect(second.does).toEqual(['read'])
    put()
    await vi.waitFor(() => expect(second.does).toEqual(['read', 'write']), patiently)
  })

  it('is asked for once, and nothing of it is left for later', async () => {
    const name = newName()
    const first = await tab(name)
    const second = await tab(name)
    second.one.takeOver()
    second.one.takeOver()
    await vi.waitFor(() => expect(first.does).toEqual(['yield', 'read']), patiently)
    await vi.waitFor(() => expect(second.does).toEqual(['read', 'write']), patiently)
    for (const alarm of second.alarms) alarm()
    await heard(name)
    expect([first.does, second.does]).toEqual([
      ['yield', 'read'],
      ['read', 'write'],
    ])
  })

  it('to one is no leave for another', async () => {
    const name = newName()
    await tab(name, { gives: () => new Promise(() => {}) })
    const second = await tab(name)
    second.one.takeOver()
    const other = new BroadcastChannel(name)
    open.push({ leave: () => other.close() })
    other.postMessage({ given: 17 })
    await heard(name)
    expect(second.does).toEqual(['read'])
  })

  it('is not asked for by the tab that writes', async () => {
    const name = newName()
    const first = await tab(name)
    first.one.takeOver()
    await heard(name)
    expect([first.does, first.alarms.length]).toEqual([[], 0])
  })

  it('goes on for as long as tabs ask, each waiting in line once', async () => {
    const name = newName()
    const [first, second] = [await tab(name), await tab(name)]
    for (const [k, one] of [second, first, second, first].entries()) {
      one.one.takeOver()
      await vi.waitFor(
        () => expect(one.does.filter((did) => did === 'write')).toHaveLength(1 + Math.floor(k / 2)),
        patiently,
      )
      await heard(name)
    }
    expect((await navigator.locks.query()).pending?.filter((lock) => lock.name === name)).toHaveLength(2)
  })
})

describe('writing', () => {
  it('is begun once, however often the page joins', async () => {
    const name = newName()
    const first = await tab(name)
    await first.one.join()
    expect(first.does).toEqual([])
  })

  it('is tried again where it could not begin, unless the lock is gone by then', async () => {
    const name = newName()
    const first = await tab(name)
    const second = await tab(name, { begins: [false, true] })
    first.one.leave()
    await vi.waitFor(() => expect(second.does).toEqual(['read', 'write']), patiently)
    await vi.waitFor(() => expect(second.alarms).toHaveLength(1), patiently)
    second.alarms.shift()?.()
    await vi.waitFor(() => expect(second.does).toEqual(['read', 'write', 'write']), patiently)

    const third = await tab(name, { begins: [false] })
    second.one.leave()
    await vi.waitFor(() => expect(third.alarms).toHaveLength(1), patiently)
    const fourth = await tab(name)
    fourth.one.takeOver()
    await vi.waitFor(() => expect(fourth.does).toEqual(['read', 'write']), patiently)
    third.alarms.shift()?.()
    await heard(name)
    expect(third.does).toEqual(['read', 'write', 'yield', 'read'])
  })

  it('is for every tab where the browser has locks and gives none', async () => {
    const none = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as LockManager
    expect((await tab(newName(), { locks: none })).does).toEqual([])
  })
})
