import {
  type GoldenCase,
  GoldenProblem,
  type GoldenProgram,
  input,
  type RowValues,
  type Steps,
  sizes,
  swapLeading,
} from './golden.ts'

/** A recurrent cell over x [L, B, k], a row a member of the batch: the sizes, and x and the states as row values. */
export interface Sequence {
  length: number
  rows: number
  values: Record<string, RowValues>
}

export function sequenceOf(golden: GoldenCase, states: readonly string[]): Sequence {
  const x = input(golden, 'x')
  const [length = 1, rows = 1, width = 1] = sizes(x, 3)
  const values: Record<string, RowValues> = { x: { shape: [length, width], data: swapLeading(x.data, length, rows) } }
  for (const name of states) {
    const state = input(golden, name)
    values[name] = { shape: [state.shape.at(-1) ?? 1], data: state.data }
  }
  return { length, rows, values }
}

/** The steps of every moment: `cell(t, before)` writes them with the names of the moment before (0 is the start). */
export function unroll(length: number, cell: (t: number) => Record<string, string>): GoldenProgram['steps'] {
  return Object.assign({}, ...Array.from({ length }, (_, t) => cell(t + 1)))
}

/** A step of every moment as [L, B, …]. */
export function overTime(name: string, length: number): (steps: Steps) => number[] {
  return (steps) => Array.from({ length }, (_, t) => steps(`${name}_${t + 1}`)).flat()
}

/** Blocks of rows of a stacked matrix or vector, as torch keeps the gates: W_r, W_z, … of w, in the order given. */
export function gates(
  golden: GoldenCase,
  stacked: string,
  gateNames: readonly string[],
  prefix: string,
): Record<string, RowValues> {
  const { shape, data } = input(golden, stacked)
  const [height = 0, ...rest] = shape
  if (height % gateNames.length !== 0) throw new GoldenProblem(`${stacked} does not hold ${gateNames.length} gates`)
  const size = data.length / gateNames.length
  return Object.fromEntries(
    gateNames.map((gate, i) => {
      const part = { shape: [height / gateNames.length, ...rest], data: data.slice(i * size, (i + 1) * size) }
      return [`${prefix}_${gate}`, part]
    }),
  )
}
