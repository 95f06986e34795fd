import { describe, expect, it } from 'vitest'
import { instantOf } from './instant-of.ts'

describe('a local time of a zone', () => {
  it.each([
    ['2026-11-24T10:00', 'UTC', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T10:00', 'Europe/Berlin', '2026-11-24T09:00:00.000Z'],
    ['2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01T10:00', 'America/New_York', '2026-07-01T14:00:00.000Z'],
    ['2026-07-01T10:15', 'Asia/Kathmandu', '2026-07-01T04:30:00.000Z'],
    ['2026-10-25T01:59', 'Europe/Berlin', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant)
  })

  it('is none where nothing was chosen', () => {
    expect(instantOf('', 'UTC')).toBeNull()
  })
})
