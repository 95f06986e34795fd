import type { StoredTensor } from '../question/variant.ts'
import { bandAt, cellDistance } from './distance.ts'
import type { Reading } from './reading.ts'

/** Which cells are filled and within the band of a value. */
export function cellsWithin(reading: Reading, value: StoredTensor, bands: readonly number[]): boolean[] {
  return reading.values.map(
    (typed, cell) =>
      reading.cells[cell] === 'filled' &&
      reading.shape.join() === value.shape.join() &&
      cellDistance(typed, value.data[cell] ?? Number.NaN, bandAt(bands, cell, value.data.length)) <= 1,
  )
}

/**
 * The share of a tensor's points for its right cells. One value that fills half of the grid or more earns nothing by
 * itself: the cells that this value alone would get right are taken out of both sides of the share, so that all zeros
 * (or any constant) is worth 0 and only what goes beyond it counts. A grid whose right cells are all alike is exempt.
 */
export function partialShare(
  reading: Reading,
  right: readonly boolean[],
  value: StoredTensor,
  bands: readonly number[],
): number {
  const cells = value.data.length
  const count = right.filter(Boolean).length
  if (cells === 0 || reading.values.length !== cells) return 0
  const repeated = mostTyped(reading)
  const trivial = repeated === null ? 0 : matching(repeated, value, bands)
  if (trivial === cells) return count / cells
  return Math.max(0, (count - trivial) / (cells - trivial))
}

/** The value that stands in at least half of the cells (twice or more, or zero even once), else null. */
function mostTyped(reading: Reading): number | null {
  const counts = new Map<number, number>()
  for (const [cell, typed] of reading.values.entries()) {
    if (reading.cells[cell] === 'filled') counts.set(typed, (counts.get(typed) ?? 0) + 1)
  }
  for (const [typed, count] of counts) {
    if (count * 2 >= reading.values.length && (count > 1 || typed === 0)) return typed
  }
  // a single filled cell of zero among blanks is no knowledge either
  return counts.size === 1 && counts.has(0) ? 0 : null
}

function matching(typed: number, value: StoredTensor, bands: readonly number[]): number {
  return value.data.filter((entry, cell) => cellDistance(typed, entry, bandAt(bands, cell, value.data.length)) <= 1)
    .length
}
