import { seeded } from './seeded.ts'

/** a·sin(b·x + c) + d·tanh(e·x − c) + f·x */
export interface Unspecified {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

/**
 * A question may declare an activation f and say nothing else of it. It is computed as a fixed smooth function that
 * nothing else resembles, drawn from its name: two formulas agree on it only where they treat f alike.
 */
export function unspecifiedOf(name: string): Unspecified {
  const random = seeded(`function ${name}`)
  const next = () => 0.4 + 0.9 * random()
  return { a: next(), b: next(), c: next(), d: next(), e: next(), f: 0.3 * next() }
}

export function unspecifiedFunction(name: string): (x: number) => number {
  const { a, b, c, d, e, f } = unspecifiedOf(name)
  return (x) => a * Math.sin(b * x + c) + d * Math.tanh(e * x - c) + f * x
}
