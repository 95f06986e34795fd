/** One way to read the digits of a number: `digits` is plain (`1234.5`). */
export interface DigitReading {
  digits: string
  /** digits after the decimal separator */
  fraction: number
}

const groupings = ['', ' ', "'", '_', ',', '.'] as const

/**
 * Every way to read digits with thousands and decimal separators, without sign and exponent. `1,234.5` has one reading,
 * `1,234` has two (1.234 and 1234), `1.2.3`, `12 34` and `1,23,456` have none. A lone point is always a decimal point.
 */
export function readDigits(text: string): DigitReading[] {
  const readings = new Map<string, DigitReading>()
  for (const decimal of ['.', ','] as const) {
    for (const group of groupings) {
      if (group === decimal) continue
      const reading = readAs(text, group, decimal)
      if (reading) readings.set(reading.digits, reading)
    }
  }
  return [...readings.values()].sort((a, b) => Number(a.digits) - Number(b.digits))
}

function readAs(text: string, group: string, decimal: '.' | ','): DigitReading | null {
  const at = text.indexOf(decimal)
  const whole = at < 0 ? text : text.slice(0, at)
  const fraction = at < 0 ? '' : text.slice(at + 1)
  if (!/^\d*$/.test(fraction)) return null
  // `5.` is common, `5,` is the end of a list
  if (at >= 0 && fraction === '' && (decimal === ',' || whole === '')) return null
  if (group === '') return /^\d*$/.test(whole) && (whole || fraction) ? joined(whole, fraction) : null
  const groups = whole.split(group)
  if (groups.length < 2 || !/^[1-9]\d{0,2}$/.test(groups[0] ?? '')) return null
  if (!groups.slice(1).every((digits) => /^\d{3}$/.test(digits))) return null
  if (group === '.' && groups.length === 2 && at < 0) return null
  return joined(groups.join(''), fraction)
}

function joined(whole: string, fraction: string): DigitReading {
  return { digits: fraction ? `${whole || '0'}.${fraction}` : whole, fraction: fraction.length }
}
