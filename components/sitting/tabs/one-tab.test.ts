import { afterEach, expect, it, vi } from 'vitest'
import { OneTab } from './one-tab.ts'

/** Other work on the machine is no failure. */
const patiently = { timeout: 20_000 }

const open: OneTab[] = []
afterEach(() => {
  for (const tab of open.splice(0)) tab.leave()
})

let names = 0
const newName = () => `attempt ${names++}`

/** A tab that notes what it may do; `deaf` ones sleep and give nothing up. */
async function tab(name: string, { deaf = false, old = false } = {}) {
  const does: string[] = []
  const writer = {
    write: async () => {
      does.push('write')
      return true
    },
    yield: async () => {
      if (deaf) return new Promise<void>(() => {})
      does.push('yield')
    },
    read: () => void does.push('read'),
  }
  const one = new OneTab(name, writer, {
    locks: old ? undefined : navigator.locks,
    wait: (run, ms) => void setTimeout(run, ms / 20),
  })
  open.push(one)
  await one.join()
  return { one, does }
}

it('the first writes, the second reads until the first goes', async () => {
  const name = newName()
  const first = await tab(name)
  const second = await tab(name)
  expect([first.does, second.does]).toEqual([[], ['read']])
  first.one.leave()
  await vi.waitFor(() => expect(second.does).toEqual(['read', 'write']), patiently)
})

it('who asks gets it, once the other has put down what it had, whoever else waits', async () => {
  const name = newName()
  const first = await tab(name)
  const second = await tab(name)
  const third = await tab(name)
  third.one.takeOver()
  await vi.waitFor(() => expect(third.does).toEqual(['read', 'write']), patiently)
  expect([first.does, second.does]).toEqual([['yield', 'read'], ['read']])
  first.one.takeOver()
  await vi.waitFor(() => expect(first.does).toEqual(['yield', 'read', 'write']), patiently)
  expect(third.does).toEqual(['read', 'write', 'yield', 'read'])
})

it('a tab that sleeps is not waited for', async () => {
  const name = newName()
  const first = await tab(name, { deaf: true })
  const second = await tab(name)
  second.one.takeOver()
  await vi.waitFor(() => expect(second.does).toEqual(['read', 'write']), patiently)
  expect(first.does).toEqual(['read'])
})

it('without locks every tab writes', async () => {
  const name = newName()
  const tabs = await Promise.all([1, 2].map(() => tab(name, { old: true })))
  expect(tabs.map(({ does }) => does)).toEqual([[], []])
})
