/**
 * Numbers a formula can be computed in. Two kinds exist: exact rationals, and float64 with a bound of its error.
 * A value may also be no number: outside a function's domain, divided by zero, or not known well enough.
 */
export interface Arithmetic<T> {
  number(value: number): T
  add(a: T, b: T): T
  subtract(a: T, b: T): T
  multiply(a: T, b: T): T
  divide(a: T, b: T): T
  power(a: T, b: T): T
  floor(a: T): T
  /** a function of one number by its name; throws NotExact where this arithmetic cannot compute it */
  apply(name: string, a: T): T
  /** -1, 0, 1; null where it cannot be told */
  compare(a: T, b: T): -1 | 0 | 1 | null
  /** one of two numbers too close to tell apart */
  either(a: T, b: T): T
  /** what stands for a value that cannot be told */
  unknown: T
  /** what stands for a value outside a domain */
  outside: T
  state(a: T): State
}

/**
 * `domain`: undefined there (log of a negative number). `pole`: divided by zero, perhaps removable.
 * `unknown`: too large, or drowned in rounding error.
 */
export type State = 'number' | 'domain' | 'pole' | 'unknown'

/** The computation leaves what exact arithmetic can do; float64 takes over. */
export class NotExact extends Error {}

/** A tensor of such numbers, row-major. */
export interface Values<T> {
  shape: readonly number[]
  data: readonly T[]
}
