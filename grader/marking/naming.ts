import type { Alternative } from '../question/definition.ts'
import type { StoredTensor } from '../question/variant.ts'
import { chanceOf, mostChance, mostChanceOfPairs, mostChanceOfTheCareful } from './chance.ts'
import { bandAt, cellDistance, distanceFrom, floatNoise } from './distance.ts'
import type { Reading } from './reading.ts'

/** An alternative, or two of them made one program, and what a field's value is under it. */
export interface Candidate {
  alternative: Alternative
  value: StoredTensor
  /** the half-widths of its own value, where they are known; else those of the truth hold */
  bands?: readonly number[]
  /** what the answer would be without it: the truth, or what the student's own earlier answers lead to */
  base?: StoredTensor
  /** the two that it is made of, in the order of the program */
  parts?: readonly [Alternative, Alternative]
}

/** What the student's other fields say about an alternative. */
export interface Evidence {
  /** how many have its value, less those that are right where it would be wrong */
  weight: number
  /** the probability that those that have its value have it by accident; 1 where none has */
  chance: number
}

/** How many candidates were computed for a field, whether they came near or not: each had its chance. */
export interface Tried {
  authored: number
  automatic: number
  pairs: number
}

/** What tells how near an answer is to a value. */
export interface Measures {
  reading: Reading
  truth: StoredTensor
  bands: readonly number[]
  /** half a unit of the decimals asked for; 0 where whole numbers are asked for */
  rounding: number
}

/** What an answer is explained from. */
export interface Asked extends Measures {
  candidates: readonly Candidate[]
  tried: Tried
  evidence: (candidate: Candidate) => Evidence
  /** whether every other answered box of the question is accounted for */
  careful: () => boolean
}

/** The alternative that explains an answer; `named` is null where several do, or where it may be an accident. */
export interface Explanation {
  named: Candidate | null
  /** share of the points: of several explanations the smallest */
  earns: number
}

type Near = Candidate & { distance: number }

// in bands: how much closer than any other explanation, and than the truth, an answer must be to be named
const clearly = 0.5
const ofTruth = 0.5
// A wrong computation may pass roundings on more strongly than the right one. Where its own bands are not known, it
// reaches this much farther than those of the right one: the audit keeps alternatives this far from each other and twice
// as far from the truth.
const reachOfTruth = 1.5

/**
 * Explains an answer by the alternatives whose value it has: by one that the author wrote, else by an automatic one, else
 * by two together; the fewest slips and the author's word first. A false name is worse than none: the answer must be
 * within reach of the alternative, at most half as far from it as from the truth, half a band closer than to any
 * other (where values coincide, the student's other fields must decide), and closer than chance would allow: the
 * probability that an answer that means nothing lies as close, times the candidates tried, is at most 1 %.
 * Null where nothing explains it.
 */
export function explain(asked: Asked): Explanation | null {
  const near = nearCandidates(asked)
  let unnamed: Explanation | null = null
  for (const tier of [isAuthored, isAutomatic, isPair]) {
    const likeliest = likeliestOf(near.filter(tier), asked)
    const [only] = likeliest
    if (!only) continue
    const earns = Math.min(...likeliest.map(({ alternative }) => alternative.earns))
    if (likeliest.length === 1 && closerThanChance(only, asked)) return { named: only, earns }
    // the author said what this value is worth, whoever has it; without the author's word it is just wrong
    if (tier !== isAuthored) continue
    unnamed = { named: null, earns }
    if (likeliest.length > 1) return unnamed
  }
  return unnamed
}

const isPair = ({ parts }: Candidate) => parts !== undefined
const isAutomatic = ({ alternative }: Candidate) => alternative.automatic === true
const isAuthored = ({ parts, alternative }: Candidate) => !parts && !alternative.automatic

/** Whether an answer may be that of a candidate at all. */
export function isNear(candidate: Candidate, measures: Measures): boolean {
  return distanceTo(candidate, measures) <= 1
}

function nearCandidates(asked: Asked): Near[] {
  const { reading, truth, bands, candidates } = asked
  const fromTruth = distanceFrom(reading, truth, bands)
  return candidates
    .map((candidate) => ({ ...candidate, distance: distanceTo(candidate, asked) }))
    .filter(({ value, distance }) => distance <= 1 && !sameValue(value, truth, bands))
    .map((near) => ({ ...near, distance: near.bands ? near.distance : near.distance * reachOfTruth }))
    .filter(({ distance }) => distance <= ofTruth * fromTruth)
    .sort((a, b) => a.distance - b.distance)
}

/** Of the nearest those for which the other fields speak most; one candidate an alternative. */
function likeliestOf(near: readonly Near[], asked: Asked): Near[] {
  const [nearest] = near
  if (!nearest) return []
  const rivals = distinct(near.filter(({ distance }) => distance - nearest.distance < clearly))
  if (rivals.length === 1) return rivals
  const weights = rivals.map((rival) => asked.evidence(rival).weight)
  const best = Math.max(...weights)
  return rivals.filter((_rival, k) => weights[k] === best)
}

function closerThanChance(near: Near, asked: Asked): boolean {
  const { authored, automatic, pairs } = asked.tried
  const byAuthor = isAuthored(near)
  const accident = chanceOfMatch(near, asked) * Math.max(1, byAuthor ? authored : authored + automatic + pairs)
  const most = isPair(near) ? mostChanceOfPairs : mostChance
  if (accident <= most || accident * asked.evidence(near).chance <= most) return true
  const whole = asked.bands.every((band) => band === 0)
  return byAuthor && whole && accident <= mostChanceOfTheCareful && asked.careful()
}

/** The probability that an answer that means nothing lies as close to a candidate as this one does. */
export function chanceOfMatch(candidate: Candidate, measures: Measures): number {
  const { reading, truth, bands, rounding } = measures
  const reach = reachOf(candidate, measures)
  const observed = distanceTo(candidate, measures)
  return chanceOf({
    reading,
    base: candidate.base ?? truth,
    bands,
    value: candidate.value,
    within: (cell) => observed * (reach[cell] ?? 0),
    unit: rounding === 0 || bands.every((band) => band === 0) ? 1 : 2 * rounding,
  })
}

/** Distance from a candidate's value in units of its reach: at most 1 is within. */
function distanceTo(candidate: Candidate, measures: Measures): number {
  return distanceFrom(measures.reading, candidate.value, reachOf(candidate, measures))
}

/**
 * How far an answer may lie from a candidate: its own bands; else one and a half bands of the field, the widest of them where
 * it has another shape; and at least half a unit where the field is exact but the candidate is not (a mean where a
 * maximum was asked for), because such a value is rounded when it is written down.
 */
function reachOf({ value, bands: own }: Candidate, { truth, bands, rounding }: Measures): number[] {
  const sameShape = value.shape.join() === truth.shape.join()
  const widest = sameShape ? 0 : Math.max(0, ...bands)
  return value.data.map((entry, cell) => {
    if (own && own.length === value.data.length) return Math.max(own[cell] ?? 0, Number.isInteger(entry) ? 0 : rounding)
    const band = sameShape ? (bands[cell] ?? 0) : widest
    const atLeast = Number.isInteger(entry) ? band : Math.max(band, rounding)
    // the noise of the arithmetic is allowed for once, not one and a half times
    return reachOfTruth * atLeast + (reachOfTruth - 1) * floatNoise(entry)
  })
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
