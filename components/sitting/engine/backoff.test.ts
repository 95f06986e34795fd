import { expect, it } from 'vitest'
import { backoff } from './backoff.ts'
import { pauses } from './environment.ts'

it('retries are spread over the whole of a pause that doubles up to its longest', () => {
  const least = () => 0
  const most = () => 1
  expect(backoff(1, null, least)).toBe(0)
  expect([1, 2, 3].map((failures) => backoff(failures, null, most))).toEqual([2000, 4000, 8000])
  expect(backoff(2000, null, most)).toBe(pauses.longestRetry)
})

it('what the server asks for is the least', () => {
  expect(backoff(1, 5000, () => 0)).toBe(5000)
  expect(backoff(1, 5000, () => 1)).toBe(7000)
})
