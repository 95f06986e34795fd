import { describe, expect, it } from 'vitest'
import { printValue, roundedPoints } from './values.ts'

describe('values in a result', () => {
  it('show the decimals asked for, with a real minus sign and no negative zero', () => {
    expect(printValue(-0.12345, 3)).toBe('−0.123')
    expect(printValue(2, 3)).toBe('2.000')
    expect(printValue(-0.0001, 3)).toBe('0.000')
    expect(printValue(27, null)).toBe('27')
    expect(printValue(0.5, null)).toBe('0.5')
  })

  it('show points without needless decimals', () => {
    expect(roundedPoints(1 / 3)).toBe(0.33)
    expect(roundedPoints(2)).toBe(2)
  })
})
