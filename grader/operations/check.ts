import { printShape, type TensorType, TypeProblem } from '../language/types.ts'

/** Refuses a call with too few or too many arguments. */
export function takes(name: string, args: readonly TensorType[], least: number, most = least): void {
  if (args.length >= least && args.length <= most) return
  const wanted = least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`
  throw new TypeProblem(`${name} takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${args.length}.`)
}

/** The type of an argument that `takes` has already shown to be there. */
export function typeAt(args: readonly TensorType[], position: number): TensorType {
  const type = args[position]
  if (!type) throw new TypeProblem(`Argument ${position + 1} is missing.`)
  return type
}

/** Refuses an argument whose rank is none of those listed. */
export function ranked(name: string, type: TensorType, ranks: readonly number[], what: string): readonly number[] {
  if (!ranks.includes(type.shape.length)) throw new TypeProblem(`${name} needs ${what}, not ${article(type.shape)}.`)
  return type.shape
}

export function requireScalar(name: string, type: TensorType, what: string): void {
  if (type.shape.length !== 0) throw new TypeProblem(`${what} of ${name} must be a scalar, not ${article(type.shape)}.`)
}

/** A static argument: an integer that is known before anything runs, within bounds. */
export function known(name: string, value: number | undefined, what: string, low: number, high: number): number {
  if (value === undefined || !Number.isInteger(value)) {
    throw new TypeProblem(`${what} of ${name} must be an integer that is known before anything runs.`)
  }
  if (value < low || value > high)
    throw new TypeProblem(`${what} of ${name} must lie between ${low} and ${high}, not ${value}.`)
  return value
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i])
}

/** The shape of an element-wise result: all operands alike, or scalars beside one shape. */
export function commonShape(name: string, args: readonly TensorType[]): readonly number[] {
  let shape: readonly number[] = []
  for (const { shape: next } of args) {
    if (next.length === 0) continue
    if (shape.length > 0 && !sameShape(shape, next)) {
      throw new TypeProblem(`${name} needs equal shapes or a scalar, not ${printShape(shape)} and ${printShape(next)}.`)
    }
    shape = next
  }
  return shape
}

export function allInteger(args: readonly TensorType[]): boolean {
  return args.every((type) => type.integer)
}

/** A shape with its article: `a scalar`, `a vector of 3`, `a 3×4 matrix`. */
export function article(shape: readonly number[]): string {
  if (shape.length === 0) return 'a scalar'
  if (shape.length === 1) return `a vector of ${shape[0]}`
  return `a ${printShape(shape)} ${shape.length === 2 ? 'matrix' : 'tensor'}`
}
