import { expect, it } from 'vitest'
import { printTime } from './times.ts'

it.each([
  ['Europe/Berlin', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
  ['America/New_York', '2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z'],
])('the two instants of a time that comes twice in %s look different', (zone, first, second) => {
  for (const locale of ['en-GB', 'en-US', 'de-DE'])
    expect(printTime(first, locale, zone)).not.toBe(printTime(second, locale, zone))
})
