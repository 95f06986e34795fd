import type { Params } from './sheet.ts'

/** Plain arithmetic, written for these sheets alone, so that the grader is judged by something that is not the grader. */
export type Vector = number[]
export type Matrix = number[][]

export function scalar(params: Params, name: string): number {
  return vector(params, name)[0]!
}

export function vector(params: Params, name: string): Vector {
  const given = params[name]
  if (!given) throw new Error(`The variant has no parameter ${name}.`)
  return [...given.data]
}

export function matrix(params: Params, name: string): Matrix {
  const columns = params[name]?.shape[1] ?? 1
  return split(vector(params, name), columns)
}

export function split(entries: Vector, columns: number): Matrix {
  return entries.length === 0 ? [] : [entries.slice(0, columns), ...split(entries.slice(columns), columns)]
}

/** Rounds as one does on paper: half a unit goes away from zero. */
export function round(x: number, decimals = 3): number {
  const unit = 10 ** decimals
  return (Math.sign(x) * Math.round(Math.abs(x) * unit + 1e-9)) / unit
}

export function rounded(xs: Vector, decimals = 3): Vector {
  return xs.map((x) => round(x, decimals))
}

export function plus(...vectors: Vector[]): Vector {
  return vectors[0]!.map((_, k) => total(vectors.map((v) => v[k]!)))
}

export function minus(a: Vector, b: Vector): Vector {
  return a.map((x, k) => x - b[k]!)
}

/** entry by entry */
export function times(a: Vector, b: Vector): Vector {
  return a.map((x, k) => x * b[k]!)
}

export function scale(factor: number, a: Vector): Vector {
  return a.map((x) => factor * x)
}

export function total(a: Vector): number {
  return a.reduce((sum, x) => sum + x, 0)
}

export function dot(a: Vector, b: Vector): number {
  return total(times(a, b))
}

export function apply(rows: Matrix, x: Vector): Vector {
  return rows.map((row) => dot(row, x))
}

export function turned(rows: Matrix): Matrix {
  return rows[0]!.map((_, k) => rows.map((row) => row[k]!))
}

export function mean(a: Vector): number {
  return total(a) / a.length
}

/** mean squared deviation; `less` is taken from the number of entries */
export function spread(a: Vector, less = 0): number {
  return total(a.map((x) => (x - mean(a)) ** 2)) / (a.length - less)
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

export function positive(x: number): number {
  return Math.max(x, 0)
}

export function shares(scores: Vector): Vector {
  const powers = scores.map(Math.exp)
  return scale(1 / total(powers), powers)
}

export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/** Φ by the series Φ(x) = ½ + φ(x)(x + x³/3 + x⁵/(3·5) + …); good for the moderate x of an exam. */
export function normalShare(x: number): number {
  let term = x
  let sum = x
  for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
    term *= (x * x) / n
    sum += term
  }
  return 0.5 + normalDensity(x) * sum
}
