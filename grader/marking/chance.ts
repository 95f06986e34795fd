import type { StoredTensor } from '../question/variant.ts'
import { bandAt, cellDistance } from './distance.ts'
import type { Reading } from './reading.ts'

/** A match at least this unlikely to be an accident is given a name: one in a hundred, over all that was tried. */
export const mostChance = 0.01
/** Two slips in one box are rarer than one, and a slip of arithmetic may look like them. */
export const mostChanceOfPairs = mostChance / 10
/**
 * Whole numbers have so few possible values that nothing could be told apart (the side of a window, a class of three):
 * there one in five is enough, if the author wrote the alternative and every other answered box is accounted for: who computes
 * everything else does not throw dice here.
 */
export const mostChanceOfTheCareful = 0.2

/** What a match is measured against. */
export interface ChanceMatch {
  reading: Reading
  /** what the answer was expected to be: cells in which the candidate does not differ from it prove nothing */
  base: StoredTensor
  bands: readonly number[]
  value: StoredTensor
  /** how far the answer may be from the value per cell, or is, whichever is asked about */
  within: (cell: number) => number
  /** one unit of the last place that answers are written to */
  unit: number
}

/**
 * The probability that an answer that means nothing lies as close to a value as this one does, in every cell.
 *
 * What means nothing is modelled by what wrong numbers look like: half of them lie anywhere between minus and plus the
 * largest entry around what is right, half of them at a distance from it all of whose orders of magnitude are as
 * likely, from one unit up (a digit, a small slip). All entries are wrong in half of such answers, and any number of them
 * in the others; which ones is then an accident too. So closeness counts relative to how far the candidate is from what
 * was expected, more cells count more, and cells where the two agree count only by having been left alone.
 */
export function chanceOf({ reading, base, bands, value, within, unit }: ChanceMatch): number {
  const sameShape = base.shape.join() === value.shape.join()
  const largest = Math.max(4 * unit, ...base.data.map(Math.abs))
  let probability = 1
  let telling = 0
  let filled = 0
  for (const [cell, entry] of value.data.entries()) {
    if (reading.cells[cell] !== 'filled') continue
    filled += 1
    const width = Math.max(unit, 2 * within(cell))
    if (!sameShape) probability *= uniform(width, largest, unit)
    else {
      const expected = base.data[cell] ?? Number.NaN
      if (cellDistance(entry, expected, bandAt(bands, cell, base.data.length)) <= 1) continue
      const distance = Math.abs(entry - expected)
      probability *= (uniform(width, largest, unit) + byMagnitude(distance, width, largest, unit)) / 2
    }
    telling += 1
  }
  if (!sameShape) return probability * shaping(base.shape)
  return telling === 0 ? 1 : probability * placing(telling, filled)
}

/** The probability of one particular other shape: a size from 1 to twice the expected one along every axis. */
function shaping(expected: readonly number[]): number {
  return expected.reduce((probability, size) => probability / (2 * size), 1)
}

function uniform(width: number, largest: number, unit: number): number {
  return Math.min(1, width / (2 * largest + unit))
}

/** A distance whose logarithm is uniform from half a unit to twice the largest, on either side. */
function byMagnitude(distance: number, width: number, largest: number, unit: number): number {
  const [nearest, farthest] = [unit / 2, 2 * largest]
  const from = Math.max(nearest, distance - width / 2)
  const to = Math.max(from, distance + width / 2)
  const sides = distance - width / 2 < -nearest ? 1 : 0.5
  return Math.min(1, (sides * Math.log(to / from)) / Math.log(farthest / nearest))
}

/** The probability that just these cells are wrong. */
function placing(wrong: number, cells: number): number {
  if (cells === 1) return 1
  if (wrong === cells) return 0.5
  let choices = 1
  for (let k = 0; k < wrong; k++) choices = (choices * (cells - k)) / (k + 1)
  return 0.5 / (cells - 1) / choices
}
