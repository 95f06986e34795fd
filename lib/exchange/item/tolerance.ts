/** How exact a field of the house asks an answer to be: its band is half a unit of `decimals`, times `leniency`. */
export interface Exactness {
  decimals: number
  leniency: number
}

const mostDecimals = 9
const mostLenient = 10

/** 0.30000000000000004 is 0.3. */
export function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/** The band that is exactly this tolerance; null where none is so wide or so narrow. */
export function exactnessOf(tolerance: number): Exactness | null {
  if (!(tolerance > 0)) return null
  const decimals = Math.max(0, Math.ceil(clean(-Math.log10(2 * tolerance))))
  const leniency = clean(2 * tolerance * 10 ** decimals)
  return decimals > mostDecimals || leniency < 1 || leniency > mostLenient ? null : { decimals, leniency }
}

export function bandOf({ decimals, leniency }: Exactness): number {
  return clean((0.5 / 10 ** decimals) * leniency)
}

/** The decimals that a number is written with, as `2.50` has two; 0 for 1e6. */
export function writtenDecimals(text: string): number {
  const [, fraction = '', exponent = '0'] = /^[-+]?\d*(?:\.(\d*))?(?:e([-+]?\d+))?$/i.exec(text.trim()) ?? []
  return Math.min(mostDecimals, Math.max(0, fraction.length - Number(exponent)))
}

/** A number of a foreign file in the notation of question files; null where it is none. */
export function readNumber(text: string): string | null {
  const plain = text.trim().replaceAll('−', '-').replace(/^\+/, '')
  const spelled = /^-?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(spelled)) return null
  const value = Number(spelled)
  if (!Number.isFinite(value)) return null
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(spelled) ? spelled : String(value).replace('e+', 'e')
}
