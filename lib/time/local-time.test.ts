import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isZone, localTime } from './local-time.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'UTC']
const at = (iso: string) => Date.parse(iso)

describe('a local time', () => {
  it('means one instant on an ordinary day', () => {
    expect(instantOf('2026-07-01T09:00', 'Europe/Berlin')).toEqual({ kind: 'one', instant: at('2026-07-01T07:00Z') })
    expect(instantOf('2026-07-01T09:00', 'Asia/Kolkata')).toEqual({ kind: 'one', instant: at('2026-07-01T03:30Z') })
  })

  it.each([
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30Z', '2026-11-01T06:30Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z', '2026-04-04T15:15Z'],
  ])('%s in %s came twice', (local, zone, first, second) => {
    expect(instantOf(local, zone)).toEqual({ kind: 'twice', choices: [at(first), at(second)] })
  })

  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T00:30Z', '2026-03-29T01:30Z'],
    ['2026-03-08T02:00', 'America/New_York', '2026-03-08T06:00Z', '2026-03-08T07:00Z'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:15Z', '2026-10-03T15:45Z'],
  ])('%s in %s never was', (local, zone, first, second) => {
    expect(instantOf(local, zone)).toEqual({ kind: 'never', choices: [at(first), at(second)] })
  })

  it('of any instant leads back to it, alone or as one of two', () => {
    const changes = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-11-01T06:00Z'].map(at)
    const instants = fc.oneof(
      fc.integer({ min: at('2000-01-01T00:00Z') / 60_000, max: at('2037-01-01T00:00Z') / 60_000 }),
      fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -240, max: 240 })).map(([t, m]) => t / 60_000 + m),
    )
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (minutes, zone) => {
        const instant = minutes * 60_000
        const meant = instantOf(localTime(instant, zone), zone)
        expect(meant.kind).not.toBe('never')
        expect(meant.kind === 'one' ? [meant.instant] : meant.kind === 'twice' ? meant.choices : []).toContain(instant)
      }),
      { numRuns: 2_000, seed: 35 },
    )
  })
})

it('a zone is one that this machine knows', () => {
  expect(zones.every(isZone)).toBe(true)
  expect(['', 'Mars/Olympus', '../etc'].some(isZone)).toBe(false)
})
