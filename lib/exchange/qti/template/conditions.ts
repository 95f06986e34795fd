import { drawn, isNumeric, type Known, known, NoCounterpart, strength, type Value, within } from './value.ts'

const { or, and, not, compare, sum } = strength
const signs: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=', equal: '=', match: '=' }
const folds: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  equal: (a, b) => Math.abs(a - b) <= 1e-12 * Math.abs(a),
}

/** Two values beside each other; `tolerance`: how far apart they may lie to be equal. */
export function compared(name: string, a: Value, b: Value, tolerance: number): Value {
  if (a.kind === 'known' && b.kind === 'known') return known('boolean', holds(name, a, b, tolerance))
  if (!isNumeric(a) || !isNumeric(b)) throw new NoCounterpart('what is no number is compared with what is drawn')
  if (tolerance > 0)
    return drawn('boolean', `abs(${within(a, sum)} - ${within(b, strength.product)}) <= ${tolerance}`, compare)
  return drawn('boolean', `${within(a, sum)} ${signs[name]} ${within(b, sum)}`, compare)
}

function holds(name: string, a: Known, b: Known, tolerance: number): boolean {
  const [first, second] = [a.values[0], b.values[0]]
  if (name === 'match') return same(a, b)
  if (typeof first !== 'number' || typeof second !== 'number') return false
  return tolerance > 0 ? Math.abs(first - second) <= tolerance : (folds[name]?.(first, second) ?? false)
}

const same = (a: Known, b: Known) =>
  a.values.length === b.values.length && a.values.length > 0 && a.values.every((one, k) => one === b.values[k])

export const truth = (value: Value) => (value.kind === 'known' ? value.values[0] === true : null)

/** All or any of them. */
export function combined(name: 'and' | 'or', given: readonly Value[]): Value {
  const decides = name === 'or'
  if (given.some((one) => truth(one) === decides)) return known('boolean', decides)
  const open = given.filter(({ kind }) => kind === 'drawn')
  const [only] = open
  if (!only) return known('boolean', !decides)
  if (open.length === 1) return only
  const own = decides ? or : and
  return drawn('boolean', open.map((one) => within(one, own)).join(` ${name} `), own)
}

export function negated(value: Value): Value {
  const plain = truth(value)
  return plain === null ? drawn('boolean', `not (${within(value, 0)})`, not) : known('boolean', !plain)
}

/** What holds where the condition does, and what where it does not. */
export function chosen(condition: Value, a: Value, b: Value): Value {
  if (!isNumeric(a) || !isNumeric(b)) throw new NoCounterpart('what is no number depends on what is drawn')
  const base = a.base === 'integer' && b.base === 'integer' ? 'integer' : 'float'
  const made = drawn(base, `if(${within(condition, 0)}, ${within(a, 0)}, ${within(b, 0)})`)
  return made
}
