import { describe, expect, it } from 'vitest'
import { printBand, printValue, roundedPoints } from './values.ts'

describe('values in a result', () => {
  it('show the decimals asked for, with a real minus sign and no negative zero', () => {
    expect(printValue(-0.12345, 3)).toBe('−0.123')
    expect(printValue(2, 3)).toBe('2.000')
    expect(printValue(-0.0001, 3)).toBe('0.000')
    expect(printValue(27, null)).toBe('27')
    expect(printValue(0.5, null)).toBe('0.5')
  })

  it('show a band with two digits, never in powers of ten', () => {
    expect([0.0005, 0.00149, 0.0001234, 0.5, 3, 12.4, 2.5e-9].map(printBand)).toEqual([
      '0.0005',
      '0.0015',
      '0.00012',
      '0.5',
      '3',
      '12',
      '0.0000000025',
    ])
  })

  it('show points without needless decimals', () => {
    expect(roundedPoints(1 / 3)).toBe(0.33)
    expect(roundedPoints(2)).toBe(2)
  })
})
