import type { Outcome } from '../marking/property/outcome.ts'
import { halfUnit } from '../question/fields.ts'
import type { PropertyField } from '../question/property-program.ts'
import type { StoredTensor } from '../question/variant.ts'
import { fromTruth } from './separation.ts'
import { identity } from './trivial-values.ts'

/** As a student writes it down. */
export function rounded(values: readonly number[], decimals: number): number[] {
  return values.map((value) => (Number.isFinite(value) ? Number(value.toFixed(decimals)) : value))
}

/** The example as a student writes it, as it is, and with all entries rounded as badly as they can be. */
export function roundings(example: readonly number[], decimals: number): number[][] {
  const all = [rounded(example, decimals)]
  if (decimals === 0) return all
  // just within half a unit, so that the arithmetic of the test itself decides nothing
  const half = 0.999 * halfUnit(decimals)
  const signs = [() => 1, () => -1, (k: number) => (k % 2 === 0 ? 1 : -1), (k: number) => (k % 3 === 0 ? 1 : -1)]
  return [...all, [...example], ...signs.map((sign) => example.map((value, k) => value + half * sign(k)))]
}

/** An answer that nobody had to think about, and what is to be said if it is right. */
interface Easy {
  answer: number[]
  says: string
}

/** Zeros, and of grids what else is easily thought of: one number in every cell, the identity, what is shown. */
export function easyAnswers(
  { name, decimals }: Pick<PropertyField, 'name' | 'decimals'>,
  { shape, data }: StoredTensor,
  shown: readonly (readonly [string, StoredTensor])[],
): Easy[] {
  const numbers = oneNumber(data, shape, decimals).map((answer): Easy => {
    const what = answer[0] === 0 ? 'zeros are' : 'one number in every cell is'
    return { answer, says: `${what} right for ${name}` }
  })
  const diagonal = identity(shape)
  const copies = shown.flatMap(([given, value]): Easy[] => {
    const fits = data.length > 1 && value.data.length === data.length
    const readable = decimals > 0 || value.data.every(Number.isInteger)
    return fits && readable ? [{ answer: [...value.data], says: `a copy of ${given} is right for ${name}` }] : []
  })
  return [...numbers, ...(diagonal ? [{ answer: diagonal, says: `the identity is right for ${name}` }] : []), ...copies]
}

function oneNumber(example: readonly number[], shape: readonly number[], decimals: number): number[][] {
  const mean = example.reduce((sum, value) => sum + value, 0) / Math.max(1, example.length)
  const easy = example.length < 2 ? [0] : [0, 1, -1, 0.5, ...shape.map((size) => 1 / size), 1 / example.length, mean]
  const numbers = new Set(rounded(easy, decimals).map((value) => value + 0))
  return [...numbers].map((number) => example.map(() => number))
}

const mostCells = 8

/** The example with one entry moved: by three bands of what depends on it (a whole number by one), and far. */
export function nearMisses(example: readonly number[], outcome: Outcome, decimals: number): number[][] {
  const scale = 2 * Math.max(1, ...example.map(Math.abs))
  const every = Math.ceil(example.length / mostCells)
  return example.flatMap((value, cell) => {
    if (cell % every > 0) return []
    const near = decimals === 0 ? 1 : outcome.distanceToMiss(cell, fromTruth)
    const moves = near === null ? [scale, -scale] : [1.001 * near, -1.001 * near, scale, -scale]
    return moves.map((by) => example.with(cell, value + by))
  })
}
