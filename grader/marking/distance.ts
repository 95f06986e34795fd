import type { StoredTensor } from '../question/variant.ts'
import type { Reading } from './reading.ts'

/**
 * How far float64 arithmetic itself may put two values apart that are the same. It is no tolerance: exact fields stay
 * exact (1e-9 of one unit), and it never reaches a whole unit of a count below 2^52.
 */
export function floatNoise(value: number): number {
  return 1e-9 + Number.EPSILON * Math.abs(value)
}

/** The half-width of the band of a cell; a value of another shape is judged by the widest band. */
export function bandAt(bands: readonly number[], cell: number, cells: number): number {
  return cells === bands.length ? (bands[cell] ?? 0) : Math.max(0, ...bands)
}

/** Distance of a cell from a value in bands: at most 1 is within. */
export function cellDistance(typed: number, value: number, band: number): number {
  const distance = Math.abs(typed - value) / (band + floatNoise(value))
  return Number.isNaN(distance) ? Infinity : distance
}

/** The largest distance over the cells that were filled, in bands; Infinity for another shape or where none is filled. */
export function distanceFrom(
  reading: Reading,
  value: Pick<StoredTensor, 'shape' | 'data'>,
  bands: readonly number[],
): number {
  if (reading.state !== 'read' || reading.shape.join() !== value.shape.join()) return Infinity
  let largest = 0
  let filled = 0
  reading.values.forEach((typed, cell) => {
    if (reading.cells[cell] !== 'filled') return
    filled++
    largest = Math.max(
      largest,
      cellDistance(typed, value.data[cell] ?? Number.NaN, bandAt(bands, cell, value.data.length)),
    )
  })
  return filled > 0 ? largest : Infinity
}
