import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refreshBank } from './bank-desk.ts'
import { refreshCards } from './refresh-cards.ts'
import { refreshStatistics } from './refresh-statistics.ts'

vi.mock('./refresh-cards.ts', () => ({ refreshCards: vi.fn() }))
vi.mock('./refresh-statistics.ts', () => ({ refreshStatistics: vi.fn() }))

const cards = vi.mocked(refreshCards)
const statistics = vi.mocked(refreshStatistics)

beforeEach(() => {
  vi.useFakeTimers()
  // what another test worked out is not good any more
  vi.advanceTimersByTime(60_000)
  cards.mockReset().mockResolvedValue(0)
  statistics.mockReset().mockResolvedValue()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A look that ends when it is told to. */
function slow() {
  const ends: ((error?: Error) => void)[] = []
  cards.mockImplementation(
    () => new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve(0)))),
  )
  return ends
}

it('those who ask during a look share the one after it', async () => {
  const ends = slow()
  const first = refreshBank()
  const others = [refreshBank(), refreshBank(), refreshBank()]
  expect(cards).toHaveBeenCalledTimes(1)
  ends[0]?.()
  expect(await first).toEqual({ behind: false })
  await vi.waitUntil(() => ends.length === 2)
  ends[1]?.()
  expect(await Promise.all(others)).toEqual(others.map(() => ({ behind: false })))
  expect(cards).toHaveBeenCalledTimes(2)
  expect(vi.getTimerCount()).toBe(0)
})

it('a look that breaks off is told, and the next one is made all the same', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const ends = slow()
  const first = refreshBank()
  const next = refreshBank()
  ends[0]?.(new Error('an accident'))
  expect(await first).toEqual({ behind: true })
  await vi.waitUntil(() => ends.length === 2)
  ends[1]?.()
  expect(await next).toEqual({ behind: false })
})

it('nobody waits for long', async () => {
  const ends = slow()
  const asked = refreshBank()
  await vi.advanceTimersByTimeAsync(2_500)
  expect(await asked).toEqual({ behind: true })
  ends[0]?.()
})

it('how classes did is worked out once in a while', async () => {
  await vi.advanceTimersByTimeAsync(0)
  vi.advanceTimersByTime(60_000)
  await refreshBank()
  const before = statistics.mock.calls.length
  await refreshBank()
  expect(statistics).toHaveBeenCalledTimes(before)
  vi.advanceTimersByTime(30_000)
  await refreshBank()
  expect(statistics).toHaveBeenCalledTimes(before + 1)
})
