import { type Arithmetic, NotExact } from './arithmetic.ts'
import { scalarFunctions } from './scalar-functions.ts'

/**
 * A float64 value and a bound of its distance from the true one. Where v is NaN, e tells why: 0 outside a domain,
 * 1 a division by zero, Infinity not known.
 */
export interface Bounded {
  v: number
  e: number
}

/** A binary floating-point format: half a unit in the last place (relative), the smallest normal and the largest number. */
interface Format {
  unit: number
  smallest: number
  largest: number
  /** whether a number of the language is one of the format */
  holds(value: number): boolean
}

export const float64: Format = {
  unit: 2 ** -53,
  smallest: 2.3e-308,
  largest: Number.MAX_VALUE,
  holds: (value) => Number.isInteger(value),
}

/** What a graphics processor computes in. Numbers smaller than normal ones may become zero. */
export const float32: Format = {
  unit: 2 ** -24,
  smallest: 1.2e-38,
  largest: 3.4e38,
  holds: (value) => Math.fround(value) === value,
}

const unknown: Bounded = { v: Number.NaN, e: Infinity }
const domain: Bounded = { v: Number.NaN, e: 0 }
const pole: Bounded = { v: Number.NaN, e: 1 }

const bad = (a: Bounded, b: Bounded): Bounded | null => {
  if (!Number.isNaN(a.v)) return Number.isNaN(b.v) ? b : null
  return Number.isNaN(b.v) && b.e > a.e ? b : a
}

/**
 * Floating-point arithmetic that carries its error along; `functions` are the unspecified ones of a question. In a
 * format shorter than float64 the values are still the true ones: the bound says how far that format may stray.
 */
export function boundedArithmetic(
  functions: ReadonlyMap<string, (x: number) => number>,
  { unit, smallest, largest, holds }: Format = float64,
): Arithmetic<Bounded> {
  const made = (v: number, e: number): Bounded =>
    Math.abs(v) <= largest && Number.isFinite(e) && !Number.isNaN(v) ? { v, e } : unknown
  /** Underflow loses everything: then the bound is the smallest normal number. */
  const tiny = (v: number, a: Bounded, b: Bounded) => (Math.abs(v) < smallest && a.v !== 0 && b.v !== 0 ? smallest : 0)
  const apply = (value: (x: number) => number, units: number, a: Bounded): Bounded => {
    if (Number.isNaN(a.v)) return a
    const v = value(a.v)
    if (Number.isNaN(v) || !Number.isFinite(v)) return lost(value, a, v)
    if (a.e === 0) return made(v, units * unit * Math.abs(v))
    const spread = Math.max(Math.abs(value(a.v + a.e) - v), Math.abs(value(a.v - a.e) - v))
    return made(v, 1.5 * spread + 2 * units * unit * Math.abs(v))
  }
  return {
    number: (value) => made(value, holds(value) ? 0 : unit * Math.abs(value)),
    add: (a, b) => bad(a, b) ?? made(a.v + b.v, a.e + b.e + unit * Math.abs(a.v + b.v)),
    subtract: (a, b) => bad(a, b) ?? made(a.v - b.v, a.e + b.e + unit * Math.abs(a.v - b.v)),
    multiply(a, b) {
      const v = a.v * b.v
      return (
        bad(a, b) ?? made(v, Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e + unit * Math.abs(v) + tiny(v, a, b))
      )
    },
    divide(a, b) {
      const failed = bad(a, b)
      if (failed) return failed
      if (b.v === 0 && b.e === 0) return pole
      const least = Math.abs(b.v) - b.e
      if (least <= 0) return unknown
      const v = a.v / b.v
      return made(v, (a.e + Math.abs(v) * b.e) / least + unit * Math.abs(v) + tiny(v, a, b))
    },
    power: (a, b) => bad(a, b) ?? power(a, b, made, unit, smallest),
    floor(a) {
      if (Number.isNaN(a.v)) return a
      const v = Math.floor(a.v)
      return a.e > 0 && (Math.floor(a.v - a.e) !== v || Math.floor(a.v + a.e) !== v) ? unknown : made(v, 0)
    },
    apply(name, a) {
      const known = Object.hasOwn(scalarFunctions, name) ? scalarFunctions[name] : undefined
      if (known) return apply(known.value, known.units, a)
      const free = functions.get(name)
      if (!free) throw new NotExact(name)
      return apply(free, 16, a)
    },
    compare(a, b) {
      if (bad(a, b)) return null
      const difference = a.v - b.v
      if (Math.abs(difference) > a.e + b.e) return difference < 0 ? -1 : 1
      return a.e + b.e === 0 ? 0 : null
    },
    either: (a, b) => made(a.v, Math.max(a.e, Math.abs(b.v - a.v) + b.e)),
    unknown,
    outside: domain,
    state(a) {
      if (!Number.isNaN(a.v)) return 'number'
      return a.e === 0 ? 'domain' : a.e === 1 ? 'pole' : 'unknown'
    },
  }
}

/** Why a function has no value at a. */
function lost(value: (x: number) => number, a: Bounded, v: number): Bounded {
  if (!Number.isNaN(v)) return a.e === 0 && Number.isFinite(a.v) && a.v === 0 ? pole : unknown
  return a.e === 0 || (Number.isNaN(value(a.v - a.e)) && Number.isNaN(value(a.v + a.e))) ? domain : unknown
}

function power(
  a: Bounded,
  b: Bounded,
  made: (v: number, e: number) => Bounded,
  unit: number,
  smallest: number,
): Bounded {
  const whole = b.e === 0 && Number.isInteger(b.v)
  const least = Math.abs(a.v) - a.e
  if (least <= 0) {
    if (a.v === 0 && a.e === 0)
      return b.v - b.e > 0 ? { v: 0, e: 0 } : whole && b.v === 0 ? { v: 1, e: 0 } : b.v + b.e < 0 ? pole : unknown
    if (!whole || b.v < 1) return unknown
    return made(a.v ** b.v, (Math.abs(a.v) + a.e) ** b.v * 1.01)
  }
  if (a.v < 0 && !whole) return domain
  const v = a.v ** b.v
  const relative = Math.expm1((Math.abs(b.v) * a.e) / least + Math.abs(Math.log(Math.abs(a.v))) * b.e)
  const rounding = 4 * unit * Math.abs(v)
  const exact = a.e === 0 && whole && b.v >= 0 && Math.abs(v) < 1 / unit && Number.isInteger(a.v)
  return made(
    v,
    exact ? 0 : Math.abs(v) * relative * 1.01 + rounding + (v === 0 || Math.abs(v) < smallest ? smallest : 0),
  )
}
