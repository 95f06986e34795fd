import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { magnitudes, readNumber } from './number.ts'

const read = (text: string) => {
  const reading = readNumber(text)
  return reading.ok ? reading.value : reading.reason
}

describe('readNumber', () => {
  it.each([
    ['-3.5', -3.5],
    ['.5', 0.5],
    ['5.', 5],
    ['- 2', -2],
    ['−2', -2],
    ['–2', -2],
    ['1.5E+3', 1500],
    ['1.2×10^-3', 0.0012],
    ['1.5 x 10^{3}', 1500],
    ['10⁻³', 0.001],
    ['3·10⁸', 3e8],
    ['½', 0.5],
    ['-1½', -1.5],
    ['2^½', Math.SQRT2],
    ['\\frac34', 0.75],
    ['3\\tfrac{1}{2}', 3.5],
    ['\\frac{\\sqrt{2}}{2}', Math.SQRT2 / 2],
    ['3{,}14', 3.14],
    ['\\left(5\\right)', 5],
    ['12 %', 0.12],
    ['7%', 0.07],
    ['۳٫۱۴', 3.14],
    ['３．５', 3.5],
    ['1 234', 1234],
    ['1\u202f234,5', 1234.5],
    ['1_000', 1000],
    ["1'000'000.5", 1000000.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1.234', 1.234],
    ['0,123', 0.123],
    ['1234,567', 1234.567],
    ['0.(3)', 1 / 3],
    ['1.(9)', 2],
    ['sqrt(2)/2', Math.SQRT2 / 2],
    ['√2', Math.SQRT2],
    ['2^-1', 0.5],
    ['2**10', 1024],
    ['ln 2', Math.LN2],
    ['pi', Math.PI],
    ['2π', 2 * Math.PI],
    ['e^2', Math.E ** 2],
    ['-3 1/2', -3.5],
    ['1 234/5', 246.8],
    ['1/49', 1 / 49],
    ['-0', 0],
  ])('reads %j as %d', (text, value) => {
    const reading = readNumber(text)
    expect(reading).toMatchObject({ ok: true })
    if (reading.ok)
      expect(Object.is(reading.value, value) || Math.abs(reading.value - value) < 1e-15 * Math.abs(value)).toBe(true)
  })

  it.each([
    '1.2.3',
    '3 4',
    '--5',
    '1e',
    '2e',
    '1e5.5',
    '1.5 e-3',
    '0x10',
    '0x10^3',
    '0b11',
    '1/0',
    '2-1/(1/0)',
    '1e400',
    '9^9^9^9',
    'ln(-1)',
    '1e-400',
    '12 34',
    '1,23,456',
    '1,2,3',
    '5,',
    '.',
    '-',
    '5 cm',
    'x=5',
    '25M',
    '1_0',
    '5(3)',
    '(1',
    '1)',
    'null',
    'true',
    'None',
    'i',
    '3;4',
    '"5"',
    'hello',
    '__proto__',
    'constructor',
    '\\placeholder{}',
    '\\text{5}',
    'NaN',
    '-inf',
    '∞',
    '1+2j',
    '五',
  ])('refuses %j with a sentence', (text) => {
    const reading = readNumber(text)
    expect(reading).toMatchObject({ ok: false, reason: 'unreadable' })
    if (!reading.ok) expect(reading.message).toMatch(/^[“A-Z].*[.]$/s)
  })

  it.each(['', '   ', '\u200b', '\u00a0', '$$'])('calls %j empty', (text) => {
    expect(read(text)).toBe('empty')
  })

  it.each([
    ['1,234', [1.234, 1234]],
    ['-12,345', [-12.345, -12345]],
    ['1,234e3', [1234, 1234000]],
    ['1 234/567', [1234 / 567, 1 + 234 / 567]],
  ])('offers every reading of %j instead of choosing', (text, readings) => {
    const reading = readNumber(text)
    expect(reading).toMatchObject({ ok: false, reason: 'ambiguous' })
    if (!reading.ok) expect([...(reading.readings ?? [])].sort()).toEqual([...readings].sort())
  })

  it('counts the digits that were typed', () => {
    expect(readNumber('0.120')).toMatchObject({ decimals: 3, significant: 3 })
    expect(readNumber('1.2e-3')).toMatchObject({ decimals: 4, significant: 2 })
    expect(readNumber('12.5%')).toMatchObject({ decimals: 3, significant: 3 })
    expect(readNumber('3/4')).toMatchObject({ decimals: null, significant: null })
  })

  it('reads endings and special values only where they are allowed', () => {
    expect(readNumber('25M', { suffixes: magnitudes })).toMatchObject({ ok: true, value: 25e6 })
    expect(readNumber('25m', { suffixes: magnitudes })).toMatchObject({ ok: false })
    expect(readNumber('4 GiB', { suffixes: { GiB: 2 ** 30, B: 1 } })).toMatchObject({ value: 4 * 2 ** 30 })
    expect(readNumber('-inf', { special: true })).toMatchObject({ value: -Infinity })
    expect(readNumber('NaN', { special: true })).toMatchObject({ value: Number.NaN })
  })

  it('reads back every number JavaScript prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => read(String(value)) === value + 0),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('reads a rounded number in any locale alike', () => {
    const value = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100)
    fc.assert(
      fc.property(value, fc.constantFrom('de-DE', 'en-US', 'fr-FR', 'de-CH', 'ar-EG', 'fa-IR'), (n, locale) => {
        const text = n.toLocaleString(locale, { minimumFractionDigits: 2, numberingSystem: 'latn' })
        return read(text) === n + 0
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  it('never throws and never returns a value that is not finite', () => {
    const piece = fc.constantFrom(
      ..."0123456789.,'_ +-*/^()eExX%½⁻³√π\\{}$",
      '\\frac',
      '\\sqrt',
      'ln',
      '10^',
      'pi',
      '\u0663',
      '\ufdfa',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = readNumber(text)
        return reading.ok ? Number.isFinite(reading.value) : reading.message.length > 10
      }),
      { seed: 3, numRuns: 8000 },
    )
  })

  it.each([
    '('.repeat(250),
    '√'.repeat(250),
    '2^'.repeat(125),
    '\\frac{'.repeat(40),
    'ﷺ'.repeat(250),
    '1'.repeat(100_000),
  ])('refuses a hostile text fast', (text) => {
    expect(readNumber(text).ok).toBe(false)
  })
})
