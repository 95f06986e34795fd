import type { Alternative } from '../question/definition.ts'
import type { StoredTensor } from '../question/variant.ts'
import { bandAt, cellDistance, distanceFrom } from './distance.ts'
import type { Reading } from './reading.ts'

/** An alternative and what a field's value is under it. */
export interface Candidate {
  alternative: Alternative
  value: StoredTensor
}

/**
 * The bands of a candidate: those of the field, the widest of them where it has another shape, and at least half a unit
 * where the field is exact but the candidate is not (a mean where a maximum was asked for), because such a value is
 * rounded when it is written down.
 */
function bandsFor(value: StoredTensor, truth: StoredTensor, bands: readonly number[], rounding: number): number[] {
  const sameShape = value.shape.join() === truth.shape.join()
  return value.data.map((entry, cell) => {
    const band = sameShape ? (bands[cell] ?? 0) : Math.max(0, ...bands)
    return Number.isInteger(entry) ? band : Math.max(band, rounding)
  })
}

/** What the student's other fields say about an alternative: higher is likelier. */
export type Evidence = (alternative: Alternative) => number

/** The alternative that explains an answer; `named` is null where several explain it and none more clearly. */
export interface Explanation {
  named: Alternative | null
  /** share of the points: of several explanations the smallest */
  earns: number
}

// in bands: how much closer than any other explanation, and than the truth, an answer must be to be named
const clearly = 0.5
const ofTruth = 0.5
// A wrong computation may pass roundings on more strongly than the right one, whose bands these are. The audit keeps
// alternatives this far from each other and twice as far from the truth.
const reach = 1.5

/**
 * Explains an answer by the alternatives whose value it has. A false name is worse than none: the answer must be within
 * reach of the alternative, at most half as far from it as from the truth, and half a band closer than to any other;
 * where values coincide, the student's other fields must decide. Null where nothing explains it.
 */
export function explain(
  reading: Reading,
  truth: StoredTensor,
  bands: readonly number[],
  candidates: readonly Candidate[],
  evidence: Evidence,
  rounding: number,
): Explanation | null {
  const fromTruth = distanceFrom(reading, truth, bands)
  const within = candidates
    .map((candidate) => ({
      ...candidate,
      distance: distanceFrom(reading, candidate.value, bandsFor(candidate.value, truth, bands, rounding)),
    }))
    .filter(
      ({ value, distance }) => distance <= reach && distance <= ofTruth * fromTruth && !sameValue(value, truth, bands),
    )
    .sort((a, b) => a.distance - b.distance)
  const [nearest] = within
  if (!nearest) return null
  const rivals = distinct(within.filter(({ distance }) => distance - nearest.distance < clearly))
  const weights = rivals.map(({ alternative }) => evidence(alternative))
  const best = Math.max(...weights)
  const likeliest = rivals.filter((_rival, k) => weights[k] === best)
  const [only] = likeliest
  const named = likeliest.length === 1 && only ? only.alternative : null
  return { named, earns: named ? named.earns : Math.min(...likeliest.map(({ alternative }) => alternative.earns)) }
}

/** One candidate an alternative: it may stand there twice, as precomputed and as recomputed from the student's values. */
function distinct<T extends Candidate>(candidates: readonly T[]): T[] {
  return candidates.filter(
    (one, k) => candidates.findIndex((other) => other.alternative.id === one.alternative.id) === k,
  )
}

/** Whether two values cannot be told apart in any cell. */
function sameValue(a: StoredTensor, b: StoredTensor, bands: readonly number[]): boolean {
  if (a.shape.join() !== b.shape.join()) return false
  return a.data.every(
    (entry, cell) => cellDistance(entry, b.data[cell] ?? Number.NaN, bandAt(bands, cell, b.data.length)) <= 1,
  )
}
