import type { Arithmetic, State, Values } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import type { Rational } from './rational.ts'

/**
 * What one point says. `lost`: the reference has a value here and the answer surely has none; `hole`: the answer is
 * divided by zero here; `useless`: nothing can be said.
 */
export type PointVerdict = 'same' | 'different' | 'lost' | 'hole' | 'useless'

/** How a pair of numbers compares in an arithmetic; `scale` is the largest entry of the tensor they stand in. */
export type Same<T> = (a: T, b: T, scale: number) => 'same' | 'different' | 'useless'

export const sameRational: Same<Rational> = (a, b) => (a.n * b.d === b.n * a.d ? 'same' : 'different')

/** How far a computed difference may exceed its error bound before it counts as one. */
const margin = 8
/** A value known less well than this, relative to its tensor, says nothing. */
const precision = 1e-7

export const sameBounded: Same<Bounded> = (a, b, scale) => {
  const error = a.e + b.e
  if (Math.abs(a.v - b.v) > margin * error) return 'different'
  const isZero = error <= 1e-10 && Math.abs(a.v) <= margin * error && Math.abs(b.v) <= margin * error
  return error <= precision * scale || isZero ? 'same' : 'useless'
}

export function judgePoint<T>(
  by: Arithmetic<T>,
  same: Same<T>,
  size: (a: T) => number,
  reference: Values<T>,
  answer: Values<T>,
): PointVerdict {
  const wanted = worst(reference.data.map((entry) => by.state(entry)))
  if (wanted !== 'number') return 'useless'
  const found = worst(answer.data.map((entry) => by.state(entry)))
  if (found === 'domain') return 'lost'
  if (found === 'pole') return 'hole'
  if (found === 'unknown') return 'useless'
  const scale = Math.max(...reference.data.map(size), ...answer.data.map(size))
  let verdict: PointVerdict = 'same'
  const [left, right] = [reference.data, answer.data]
  // one number beside a tensor stands for each of its entries: `W s - y = 0`
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const one = same(left[left.length === 1 ? 0 : i] as T, right[right.length === 1 ? 0 : i] as T, scale)
    if (one === 'different') return 'different'
    if (one === 'useless') verdict = 'useless'
  }
  return verdict
}

const order: readonly State[] = ['number', 'domain', 'pole', 'unknown']

function worst(states: readonly State[]): State {
  return states.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'number')
}
