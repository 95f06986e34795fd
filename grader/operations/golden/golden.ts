/** A tensor of a golden file, row-major. */
export interface GoldenTensor {
  shape: number[]
  dtype: string
  data: number[]
}

/** One case: what was put in and what an independent implementation gave. */
export interface GoldenCase {
  id: string
  params: Record<string, unknown>
  inputs: Record<string, GoldenTensor>
  outputs: Record<string, GoldenTensor>
}

export interface GoldenFile {
  op: string
  description: string
  cases: GoldenCase[]
}

/** A value for the rows of a run: rows × size entries, or size entries that serve every row. */
export interface RowValues {
  shape: number[]
  data: readonly number[]
}

/** What a run gave: the entries of a step over all rows. */
export type Steps = (name: string) => number[]

/** A case as a program in the language, and how the outputs of the case are read off its steps. */
export interface GoldenProgram {
  rows: number
  values: Record<string, RowValues>
  steps: Record<string, string>
  /** integer parameters that settle shapes */
  statics?: Record<string, number>
  outputs: Record<string, (steps: Steps) => number[]>
  /** better values for an output than the file's own */
  expected?: Record<string, number[]>
}

export type GoldenAdapter = (golden: GoldenCase) => GoldenProgram

/** A case that an adapter can not run; the message says what it lacks or what is unknown. */
export class GoldenProblem extends Error {}

/** An input of a case; without it the case can not be run. */
export function input(golden: GoldenCase, name: string): GoldenTensor {
  const tensor = golden.inputs[name]
  if (!tensor) throw new GoldenProblem(`the input ${name} is missing`)
  return tensor
}

/** A numeric parameter of a case (a list of equal numbers is one), or what stands for it where it is left out or null. */
export function parameter(golden: GoldenCase, name: string, otherwise?: number): number {
  const given = golden.params[name] ?? otherwise
  const value: unknown = Array.isArray(given) && given.every((entry) => entry === given[0]) ? given[0] : given
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'number') throw new GoldenProblem(`the parameter ${name} is missing or no number`)
  return value
}

export function scalar(value: number): RowValues {
  return { shape: [], data: [value] }
}

/** The outputs that are the entries of the steps of the same names. */
export function asSteps(...names: string[]): GoldenProgram['outputs'] {
  return Object.fromEntries(names.map((name) => [name, (steps: Steps) => steps(name)]))
}

/** The sum of a step over the rows: a gradient of what all rows share. */
export function summed(name: string, rows: number): (steps: Steps) => number[] {
  return (steps) => {
    const all = steps(name)
    const size = all.length / rows
    return Array.from({ length: size }, (_, i) => {
      let sum = 0
      for (let row = 0; row < rows; row++) sum += all[row * size + i] ?? 0
      return sum
    })
  }
}

/** The entries with two leading axes [a, b, …] swapped to [b, a, …]. */
export function swapLeading(data: readonly number[], a: number, b: number): number[] {
  const size = data.length / (a * b)
  const swapped: number[] = []
  for (let j = 0; j < b; j++) {
    for (let i = 0; i < a; i++) swapped.push(...data.slice((i * b + j) * size, (i * b + j + 1) * size))
  }
  return swapped
}

/** The sizes of axes, which must be there. */
export function sizes(tensor: GoldenTensor, rank: number): number[] {
  if (tensor.shape.length !== rank)
    throw new GoldenProblem(`an input of rank ${tensor.shape.length} stands where ${rank} was expected`)
  return tensor.shape
}
