import type { BatchRun } from '../../backends/executor.ts'
import { sizeOf } from '../../language/types.ts'

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

/** The entries of a step in the row of the run. */
export function baseEntries({ base, row }: Tables, step: string): Float64Array {
  return rowOf(base, step, row)
}

/**
 * How far each probe moves left − right (or the left side alone), the larger of up and down: for every probe all
 * entries. A scalar stands beside every entry.
 */
export function effectsOf(tables: Tables, left: string, right: string | null, entries: number): Float64Array {
  const { base, probed, row, probes } = tables
  const effects = new Float64Array(probes.length * entries)
  const still = gaps(base, row, left, right, entries)
  for (const k of probes.keys()) {
    const at = 2 * (row * probes.length + k)
    for (const moved of [gaps(probed, at, left, right, entries), gaps(probed, at + 1, left, right, entries)]) {
      for (let entry = 0; entry < entries; entry++) {
        const by = Math.abs((moved[entry] ?? 0) - (still[entry] ?? 0))
        // what leaves the domain (a root of less than nothing) is no rounding error
        if (by > (effects[k * entries + entry] ?? 0) && by < Infinity) effects[k * entries + entry] = by
      }
    }
  }
  return effects
}

function gaps(run: BatchRun, row: number, left: string, right: string | null, entries: number): Float64Array {
  const a = rowOf(run, left, row)
  const result = new Float64Array(entries)
  const b = right === null ? null : rowOf(run, right, row)
  for (let entry = 0; entry < entries; entry++) {
    const second = b ? (b[b.length === 1 ? 0 : entry] ?? Number.NaN) : 0
    result[entry] = (a[a.length === 1 ? 0 : entry] ?? Number.NaN) - second
  }
  return result
}

function rowOf(run: BatchRun, step: string, row: number): Float64Array {
  const tensor = run[step]
  if (!tensor) return new Float64Array()
  const size = sizeOf(tensor.shape)
  return tensor.data.subarray(row * size, (row + 1) * size)
}
