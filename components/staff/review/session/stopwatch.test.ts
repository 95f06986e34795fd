import { expect, it } from 'vitest'
import { Stopwatch } from './stopwatch.ts'

it('counts while it runs, and begins anew when its time was taken', () => {
  let now = 0
  const watch = new Stopwatch(() => now)
  now = 1_000
  watch.run(true)
  watch.run(true)
  now = 3_500
  watch.run(false)
  now = 60_000
  watch.run(true)
  now = 61_000
  expect(watch.take()).toBe(3.5)
  now = 62_000
  expect(watch.take()).toBe(1)
})
