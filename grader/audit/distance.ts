import type { StoredTensor } from '../question/variant.ts'

/**
 * How many bands two values of a field lie apart: the most over their entries; Infinity where shapes differ or exact
 * entries (band 0) do.
 */
export function distanceInBands(a: StoredTensor, b: StoredTensor, bands: readonly number[]): number {
  if (a.shape.length !== b.shape.length || a.shape.some((size, axis) => size !== b.shape[axis])) return Infinity
  let most = 0
  for (const [i, value] of a.data.entries()) {
    const gap = Math.abs(value - (b.data[i] ?? Number.NaN))
    const band = bands[i] ?? 0
    if (!(gap <= 1e-12 * Math.max(1, Math.abs(value)))) most = Math.max(most, band > 0 ? gap / band : Infinity)
  }
  return most
}

/** Cell by cell the wider of two bands; the second where the lengths differ (another shape is far away anyway). */
export function wider(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.length === b.length ? b.map((band, i) => Math.max(band, a[i] ?? 0)) : b
}
