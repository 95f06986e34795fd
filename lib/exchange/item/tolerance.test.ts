import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, exactnessOf, readNumber, writtenDecimals } from './tolerance.ts'

describe('a tolerance as a band', () => {
  it.each([
    [0.005, 2, 1],
    [0.01, 2, 2],
    [0.5, 0, 1],
    [1, 0, 2],
    [5, 0, 10],
    [0.0003, 4, 6],
  ])('±%d is %d decimals with leniency %d', (tolerance, decimals, leniency) => {
    expect(exactnessOf(tolerance)).toEqual({ decimals, leniency })
  })

  it('is exactly the tolerance, or none', () => {
    const tolerances = fc.double({ min: 1e-12, max: 1e4, noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(tolerances, (tolerance) => {
        const exactness = exactnessOf(tolerance)
        if (!exactness) return tolerance > 4.99 || tolerance < 1e-9
        expect(exactness.leniency).toBeGreaterThanOrEqual(1)
        expect(exactness.leniency).toBeLessThanOrEqual(10)
        return Math.abs(bandOf(exactness) / tolerance - 1) < 1e-9
      }),
      { seed: 61, numRuns: 500 },
    )
  })

  it('is none where it is wider or narrower than any band, and none without a tolerance', () => {
    for (const tolerance of [5.01, 1e6, Number.POSITIVE_INFINITY, 4e-10, 1e-12, 0, -1, Number.NaN])
      expect(exactnessOf(tolerance)).toBeNull()
  })
})

it('reads the numbers of foreign files as question files write them', () => {
  const read = {
    ' 3.14 ': '3.14',
    '+2': '2',
    '3,5': '3.5',
    '.5': '0.5',
    '5.': '5',
    '1e3': '1000',
    '−2': '-2',
    '6.02E+23': '6.02e23',
  }
  for (const [text, number] of Object.entries(read)) expect(readNumber(text), text).toBe(number)
  for (const text of ['', '*', 'x', '1 2', '1e999', '0x10', '1/2', 'NaN']) expect(readNumber(text), text).toBeNull()
  expect(['2.50', '1e-3', '42', '1.5e1', '1e9'].map(writtenDecimals)).toEqual([2, 3, 0, 0, 0])
})
