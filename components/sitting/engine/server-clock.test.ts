import { describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock.ts'

const at = (ms: number) => new Date(1_800_000_000_000 + ms).toISOString()

describe("the server's time in the browser", () => {
  it('runs on from the middle of the round trip', () => {
    let monotonic = 0
    const clock = new ServerClock(() => monotonic)
    expect(clock.now()).toBeNull()
    clock.sample(at(1000), 0, 100)
    monotonic = 150
    expect(clock.now()).toBe(1_800_000_000_000 + 1100)
  })

  it('prefers the shortest round trip', () => {
    const clock = new ServerClock(() => 0)
    clock.sample(at(0), -10, 10)
    clock.sample(at(90), -100, 100)
    expect(clock.now()).toBe(1_800_000_000_000)
  })

  it('believes a later reply that no round trip explains: the device was asleep', () => {
    const clock = new ServerClock(() => 0)
    clock.sample(at(0), -10, 10)
    clock.sample(at(60_000), -100, 100)
    expect(clock.now()).toBe(1_800_000_060_000)
  })

  it('ignores what is not a time', () => {
    const clock = new ServerClock(() => 0)
    clock.sample('soon', 0, 0)
    expect(clock.now()).toBeNull()
  })
})
