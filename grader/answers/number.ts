import { plainCharacters, withoutLatex } from './characters.ts'
import { readConstant, UnreadableConstant } from './constant.ts'
import { type LiteralReading, readLiteral } from './literal.ts'

export interface NumberOptions {
  /** NaN, inf and -inf are allowed */
  special?: boolean
  /** endings that multiply, as the question declares them: `magnitudes`, or units such as { GiB: 2 ** 30 } */
  suffixes?: Readonly<Record<string, number>>
}

/** Thousand, million, billion: case matters, 25M is not 25m. */
export const magnitudes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9 }

/**
 * `decimals` and `significant` count the digits as typed; both are null where the input is exact (a fraction, a
 * repeating decimal, `sqrt(2)`). Ambiguous input is never settled silently: `readings` holds what it may mean.
 */
export type NumberReading =
  | { ok: true; value: number; decimals: number | null; significant: number | null }
  | { ok: false; reason: 'empty' | 'unreadable' | 'ambiguous'; message: string; readings?: number[] }

const longest = 256

/** Reads a number as people write it, in any common notation. Never throws. */
export function readNumber(text: string, options: NumberOptions = {}): NumberReading {
  if (text.length > longest) return unreadable(`A number has at most ${longest} characters.`)
  const characters = plainCharacters(text)
  if (characters.length > 2 * longest) return unreadable(`A number has at most ${longest} characters.`)
  const plain = withoutLatex(characters).trim()
  if (plain === '') return { ok: false, reason: 'empty', message: 'Nothing is written here yet.' }
  const special = /^([+-]?)\s*(?:(nan)|inf|infinity|∞)$/i.exec(plain)
  if (special) {
    if (!options.special) return unreadable(`“${shorten(text)}” is not a finite number; a finite one is expected.`)
    const value = special[2] ? Number.NaN : special[1] === '-' ? -Infinity : Infinity
    return { ok: true, value, decimals: null, significant: null }
  }
  const readings = readLiteral(unwrapped(plain), options.suffixes ?? {})
  if (readings.length > 1) return ambiguous(text, readings)
  const reading = readings[0] ?? constantReading(plain)
  if ('message' in reading) return unreadable(`“${shorten(text)}” is not a number I can read. ${reading.message}`)
  if (!Number.isFinite(reading.value)) return unreadable(`“${shorten(text)}” is too large or has no real value.`)
  if (reading.vanished) return unreadable(`“${shorten(text)}” is too small to be told from zero.`)
  return { ok: true, value: reading.value + 0, decimals: reading.decimals, significant: reading.significant }
}

function constantReading(plain: string): LiteralReading | { message: string } {
  try {
    return { value: readConstant(plain), decimals: null, significant: null }
  } catch (error) {
    if (error instanceof UnreadableConstant) return { message: error.message }
    throw error
  }
}

function ambiguous(text: string, found: readonly LiteralReading[]): NumberReading {
  const readings = found.map((reading) => reading.value)
  const message = `“${shorten(text)}” can be read as ${readings.join(' or ')}; write it with a decimal point, or without separators.`
  return { ok: false, reason: 'ambiguous', message, readings }
}

function unwrapped(plain: string): string {
  return /^\([^()]*\)$/.test(plain) ? plain.slice(1, -1).trim() : plain
}

function unreadable(message: string): NumberReading {
  return { ok: false, reason: 'unreadable', message }
}

/** A piece of what was typed, short enough for a message. */
export function shorten(text: string): string {
  const shown = [...text.trim()]
  return shown.length > 24 ? `${shown.slice(0, 23).join('')}…` : shown.join('')
}
