import type { BatchRun } from '../../backends/executor.ts'

/** An entry that is moved: of the answer, or of a step before it. */
export interface Probe {
  /** null for the answer */
  step: string | null
  entry: number
  /** by how much */
  half: number
  /** it stands for the rounding of a student; otherwise it only shows what depends on the entry */
  rounding: boolean
}

/** What was executed for one run: its row of the values, and two rows a probe of the moved ones. */
export interface Tables {
  base: BatchRun
  probed: BatchRun
  row: number
  probes: readonly Probe[]
}

/** The value of a step at an entry in the row of the run; a scalar is the same everywhere. */
export function baseEntry({ base, row }: Tables, step: string, entry: number): number {
  return entryOf(base, step, row, entry)
}

/** How far a probe moves left − right (or the left side alone) at an entry: the larger of up and down. */
export function effectOf(tables: Tables, k: number, left: string, right: string | null, entry: number): number {
  const { probed, row, probes } = tables
  const gap = (run: BatchRun, at: number) =>
    entryOf(run, left, at, entry) - (right === null ? 0 : entryOf(run, right, at, entry))
  const still = gap(tables.base, row)
  const at = 2 * (row * probes.length + k)
  let worst = 0
  // what leaves the domain (a root of less than nothing) is no rounding error
  for (const moved of [gap(probed, at), gap(probed, at + 1)]) {
    const by = Math.abs(moved - still)
    if (by > worst && by < Infinity) worst = by
  }
  return worst
}

function entryOf(run: BatchRun, step: string, row: number, entry: number): number {
  const tensor = run[step]
  if (!tensor) return Number.NaN
  const size = tensor.shape.reduce((product, n) => product * n, 1)
  return tensor.data[row * size + (size === 1 ? 0 : entry)] ?? Number.NaN
}
