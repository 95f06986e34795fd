import type { StoredTensor } from '../../../grader/question/variant.ts'
import type { PartOfVariant } from './answer.ts'
import { type Signature, signature } from './signature.ts'

/** Factors by which a value may be off for a reason. One number alone is near some factor of anything: few are tried. */
const plainFactors: readonly [string, number][] = [2, 4, 10, 100, 1000].flatMap((n): [string, number][] => [
  [`${n}`, n],
  [`1/${n}`, 1 / n],
])
const factors: readonly [string, number][] = [
  ...plainFactors,
  ...[3, 5, 6, 7, 8, 9, 12, 16, 32, 64].flatMap((n): [string, number][] => [
    [`${n}`, n],
    [`1/${n}`, 1 / n],
  ]),
  ...[2, 3, 5, 6, 7, 8].flatMap((n): [string, number][] => [
    [`√${n}`, Math.sqrt(n)],
    [`1/√${n}`, 1 / Math.sqrt(n)],
  ]),
  ['2/3', 2 / 3],
  ['3/2', 3 / 2],
]
const distances: readonly [string, number][] = [0.5, 1, 2].flatMap((n): [string, number][] => [
  [`+${n}`, n],
  [`−${n}`, -n],
])

/**
 * How a wrong value stands to what was expected of this student: the value of another step, a parameter, with another
 * sign, in another order, so many times as large, so much off. The same for every variant, so that the same slip of two
 * students with other numbers is seen as the same. Null where nothing simple holds.
 */
export function relationOf(given: StoredTensor, variant: PartOfVariant): Signature | null {
  const { step, steps, params } = variant
  const expected = step === null ? undefined : steps[step]
  if (!expected || given.data.length === 0) return null
  const reach = reachOf(variant, given)
  const related = (relation: string, rest: { step?: string; by?: string } = {}) =>
    signature({ kind: 'relation', relation, ...rest }, relation, rest.step ?? rest.by ?? '')
  if (tooPlain(given)) return related('constant', { by: print(given.data[0] ?? 0) })
  for (const [name, value] of Object.entries(steps))
    if (name !== step && same(given, value, reach)) return related('step', { step: name })
  for (const [name, value] of Object.entries(params))
    if (same(given, value, reach)) return related('parameter', { step: name })
  if (
    same(
      given,
      mapped(expected, (entry) => -entry),
      reach,
    )
  )
    return related('negated')
  const transposed = transpose(expected)
  if (transposed && same(given, transposed, reach)) return related('transposed')
  if (sameEntries(given, expected, reach)) return related('reordered')
  if (given.shape.join() !== expected.shape.join()) return related('shape', { by: given.shape.join('×') })
  const whole = expected.data.every(Number.isInteger) && variant.bands.every((band) => band === 0)
  const factor = () => factorOf(given, expected, reach)
  const distance = () => (whole || given.data.length > 1 ? distanceOf(given, expected, reach) : null)
  // of counts one too many is likelier than four thirds
  const found = whole ? (distance() ?? factor()) : (factor() ?? distance())
  return found && related(found.relation, { by: found.by })
}

function factorOf(given: StoredTensor, expected: StoredTensor, reach: readonly number[]) {
  const candidates = given.data.length > 1 ? [...factors, ...commonFactor(given, expected)] : plainFactors
  const found = candidates.find(
    ([, factor]) =>
      distinct(expected, factor, reach) &&
      same(
        given,
        mapped(expected, (entry) => entry * factor),
        reach,
      ),
  )
  return found ? { relation: 'factor', by: found[0] } : null
}

function distanceOf(given: StoredTensor, expected: StoredTensor, reach: readonly number[]) {
  const least = 6 * Math.max(...reach)
  const moved = (shift: number) => mapped(expected, (entry) => entry + shift)
  const found = distances.find(([, shift]) => Math.abs(shift) > least && same(given, moved(shift), reach))
  return found ? { relation: 'distance', by: found[0] } : null
}

/** The same number everywhere says more about the number than about what was expected: a zero in each cell. */
function tooPlain({ data }: StoredTensor): boolean {
  const [first = 0] = data
  return (first === 0 || first === 1 || first === -1) && data.every((entry) => entry === first)
}

/** How far an entry may be from a value to be called it: the band of the part, and the noise of float64. */
function reachOf({ bands }: PartOfVariant, { data }: StoredTensor): number[] {
  return data.map(
    (entry, cell) =>
      (bands.length === data.length ? (bands[cell] ?? 0) : Math.max(0, ...bands)) + Math.abs(entry) * 1e-9,
  )
}

function same(given: StoredTensor, value: StoredTensor, reach: readonly number[]): boolean {
  if (given.shape.join() !== value.shape.join()) return false
  return given.data.every((entry, cell) => Math.abs(entry - (value.data[cell] ?? Number.NaN)) <= (reach[cell] ?? 0))
}

function sameEntries(given: StoredTensor, expected: StoredTensor, reach: readonly number[]): boolean {
  if (given.data.length !== expected.data.length || given.data.length < 2) return false
  const most = Math.max(...reach)
  const order = (values: readonly number[]) => [...values].sort((a, b) => a - b)
  const typed = order(given.data)
  return order(expected.data).every((entry, k) => Math.abs(entry - (typed[k] ?? Number.NaN)) <= most)
}

/** A factor is seen only where the band is small against what it changes. */
function distinct(expected: StoredTensor, factor: number, reach: readonly number[]): boolean {
  return expected.data.some(
    (entry, cell) =>
      Math.abs(entry * (factor - 1)) > 6 * (reach[cell] ?? 0) && Math.abs(entry * factor) > 20 * (reach[cell] ?? 0),
  )
}

/** The one factor between many entries and what was expected of them, to two digits. */
function commonFactor(given: StoredTensor, expected: StoredTensor): [string, number][] {
  const square = expected.data.reduce((sum, entry) => sum + entry * entry, 0)
  if (square === 0) return []
  const factor = expected.data.reduce((sum, entry, k) => sum + entry * (given.data[k] ?? 0), 0) / square
  if (!Number.isFinite(factor) || factor === 0) return []
  return [[factor.toPrecision(2), factor]]
}

function mapped({ shape, data }: StoredTensor, map: (entry: number) => number): StoredTensor {
  return { shape, data: data.map(map) }
}

function transpose({ shape, data }: StoredTensor): StoredTensor | null {
  const [rows, columns] = shape
  if (shape.length !== 2 || rows === undefined || columns === undefined) return null
  return {
    shape: [columns, rows],
    data: Array.from({ length: data.length }, (_, k) => data[(k % rows) * columns + Math.floor(k / rows)] as number),
  }
}

/** A number as people write it, short. */
export function print(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−')
}
