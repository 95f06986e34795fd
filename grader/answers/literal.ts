import { type DigitReading, readDigits } from './grouping.ts'

/** A numeral and what its digits tell; null counts mean that it is exact. */
export interface LiteralReading {
  value: number
  decimals: number | null
  significant: number | null
  /** digits were written but the value underflowed to zero */
  vanished?: boolean
}

const exponent = /^(.*\d[.)]?)(?:[eE]([+-]?\d+)|\s*[*xX]\s*10\s*\^\s*(?:([+-]?\d+)|\(\s*([+-]?\d+)\s*\)))$/

/**
 * Every way to read one numeral (sign, digits with separators, exponent, per cent, an allowed ending) or a mixed number;
 * none if it is not one. Takes text in plain characters.
 */
export function readLiteral(text: string, suffixes: Readonly<Record<string, number>>): LiteralReading[] {
  const signed = /^([+-]?)\s*(.*)$/s.exec(text)
  const negative = signed?.[1] === '-'
  const unsigned = signed?.[2] ?? ''
  const ending = Object.keys(suffixes)
    .filter((suffix) => unsigned.endsWith(suffix))
    .sort((a, b) => b.length - a.length)[0]
  const readings = mixedNumber(unsigned) ?? scaled(unsigned, ending, suffixes)
  return negative ? readings.map((reading) => ({ ...reading, value: -reading.value })) : readings
}

function scaled(
  text: string,
  ending: string | undefined,
  suffixes: Readonly<Record<string, number>>,
): LiteralReading[] {
  if (ending) {
    const factor = suffixes[ending] ?? 1
    return numeral(text.slice(0, -ending.length).trim()).map((reading) => ({
      value: reading.value * factor,
      decimals: reading.decimals === null ? null : Math.max(0, reading.decimals - Math.floor(Math.log10(factor))),
      significant: reading.significant,
    }))
  }
  if (!text.endsWith('%')) return numeral(text)
  return numeral(text.slice(0, -1).trim(), -2)
}

/** Digits and an exponent; `shift` moves the decimal point without another rounding. */
function numeral(text: string, shift = 0): LiteralReading[] {
  const split = exponent.exec(text)
  const power = Number(split?.[2] ?? split?.[3] ?? split?.[4] ?? 0) + shift
  const digits = split?.[1] ?? text
  // `0x10^3` would be a hexadecimal prefix
  if (split && split[2] === undefined && /^0[xX]/.test(text)) return []
  const repeating = /^(.*[.,]\d*)\((\d+)\)$/.exec(digits)
  if (repeating)
    return readDigits(`${repeating[1]}0`)
      .slice(0, 1)
      .map((head) => repeated(head, repeating[2] ?? '', power))
  return readDigits(digits).map((reading) => withPower(reading, power))
}

function withPower(reading: DigitReading, power: number): LiteralReading {
  const value = Number(`${reading.digits}e${power}`)
  const digits = reading.digits.replace('.', '').replace(/^0+/, '')
  return {
    value,
    decimals: Math.min(Math.max(0, reading.fraction - power), 1000),
    significant: Math.max(1, digits.length),
    vanished: value === 0 && digits !== '',
  }
}

/** `0.1(6)` is (16 − 1) / 90. `head` ends in a zero that stands for the repeating digits. */
function repeated(head: DigitReading, cycle: string, power: number): LiteralReading {
  const fixed = head.digits.slice(0, -1).replace('.', '')
  const numerator = BigInt(fixed + cycle) - BigInt(fixed || '0')
  const denominator = BigInt(`${'9'.repeat(cycle.length)}${'0'.repeat(head.fraction - 1)}`)
  const value = (Number(numerator) / Number(denominator)) * 10 ** power
  return { value, decimals: null, significant: null }
}

/** `3 1/2`; null if it is not of this form. `1 234/567` may also be 1234/567, and `1 234/5` only that. */
function mixedNumber(text: string): LiteralReading[] | null {
  const match = /^(\d+)\s+(\d+)\s*\/\s*(\d+)$/.exec(text)
  if (!match) return null
  const [whole = '', numerator = '', denominator = ''] = match.slice(1)
  const exact = (value: number): LiteralReading => ({ value, decimals: null, significant: null })
  if (Number(denominator) === 0) return []
  const proper = Number(numerator) < Number(denominator)
  const readings = proper ? [exact(Number(whole) + Number(numerator) / Number(denominator))] : []
  const grouped = readDigits(`${whole} ${numerator}`)[0]
  if (grouped) readings.push(exact(Number(grouped.digits) / Number(denominator)))
  return readings
}
