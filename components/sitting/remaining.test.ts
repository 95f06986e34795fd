import { describe, expect, it } from 'vitest'
import { clockParts, dueAnnouncement } from './remaining.ts'

const minutes = 60_000

describe('the time that remains', () => {
  it('is shown in hours and minutes, near the end with seconds', () => {
    expect(clockParts(180 * minutes)).toEqual({ hours: 3, minutes: 0, seconds: null })
    expect(clockParts(61.2 * minutes)).toEqual({ hours: 1, minutes: 2, seconds: null })
    expect(clockParts(10 * minutes)).toEqual({ hours: 0, minutes: 10, seconds: 0 })
    expect(clockParts(61_001)).toEqual({ hours: 0, minutes: 1, seconds: 2 })
    expect(clockParts(-5)).toEqual({ hours: 0, minutes: 0, seconds: 0 })
  })

  it('is announced once at each threshold', () => {
    expect(dueAnnouncement(null, 20 * minutes)).toBeNull()
    expect(dueAnnouncement(30 * minutes + 1, 30 * minutes)).toBe(30)
    expect(dueAnnouncement(30 * minutes, 29 * minutes)).toBeNull()
    expect(dueAnnouncement(2 * minutes, 59_000)).toBe(1)
  })

  it('is announced as it stands after a sleep over several thresholds', () => {
    expect(dueAnnouncement(40 * minutes, 4 * minutes)).toBe(5)
  })
})
