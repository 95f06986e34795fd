import { afterEach, expect, it, vi } from 'vitest'
import { Desk } from './desk.ts'
import { Lane } from './lane.ts'

afterEach(() => vi.restoreAllMocks())

it('a newer question replaces those of the same work and tab alone; who reads up soon wants to see', async () => {
  const keys: string[] = []
  const warmed = vi.spyOn(Lane.prototype, 'warm').mockImplementation(() => {})
  const ended = vi.spyOn(Lane.prototype, 'end').mockImplementation(() => {})
  vi.spyOn(Lane.prototype, 'ask').mockImplementation(async ({ key }) => keys.push(key))
  const desk = new Desk()
  await desk.ask('complete', 'ada', { source: '', line: 1, column: 1, tab: 'one' })
  expect(warmed).not.toHaveBeenCalled()
  await desk.ask('check', 'ada', { source: '', tab: 'one' })
  await desk.ask('check', 'ada', { source: '', tab: 'two' })
  expect(warmed).toHaveBeenCalledTimes(2)
  for (const [source, slug] of [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
  ] as const)
    await desk.audit({ source, slug }, 'ada')
  expect(new Set(keys).size).toBe(6)
  desk.end()
  expect(ended).toHaveBeenCalledTimes(4)
})
