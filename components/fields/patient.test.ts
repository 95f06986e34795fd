import { expect, test } from 'vitest'
import { patient } from './patient.ts'

test('a piece that cannot be fetched is tried again until it comes, at growing pauses', async () => {
  const pauses: number[] = []
  let tries = 0
  const load = patient(
    async () => {
      if (++tries <= 7) throw new Error('no network')
      return 'piece'
    },
    async (milliseconds) => void pauses.push(milliseconds),
  )
  expect(await load()).toBe('piece')
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})
