import { describe, expect, it } from 'vitest'
import type { Alternative } from '../question/definition.ts'
import { type Asked, type Candidate, type Evidence, explain } from './naming.ts'
import type { Reading } from './reading.ts'
import { readingOf, tensor } from './testing/reading.ts'

const alternative = (id: string, earns = 0): Alternative => ({
  id,
  kind: 'mistake',
  steps: [],
  says: id,
  earns,
  line: 1,
  column: 1,
})
const read = (...values: number[]) => readingOf(values)
const truth = tensor(1, 2)
const bands = [0.01, 0.01]
const undecided = (): Evidence => ({ weight: 0, chance: 1 })
const tried = { authored: 1, automatic: 0, pairs: 0 }
const asked = { truth, bands, tried, evidence: undecided, careful: () => false, rounding: 0.005 }
/** What is named, as a test reads it. */
const explained = (all: Asked) => {
  const found = explain(all)
  return found && { named: found.named?.alternative ?? null, earns: found.earns }
}
const named = (
  reading: Reading,
  values: Record<string, number[]>,
  evidence: (candidate: Candidate) => Evidence = undecided,
) =>
  explained({
    ...asked,
    reading,
    evidence,
    candidates: Object.entries(values).map(([id, data], k) => ({
      alternative: alternative(id, 0.1 * (k + 1)),
      value: tensor(...data),
    })),
  })

describe('naming', () => {
  it('names what has the value, within its band', () => {
    expect(named(read(1.5, 2.5), { a: [1.5, 2.5], b: [3, 3] })).toMatchObject({ named: { id: 'a' }, earns: 0.1 })
    expect(named(read(1.509, 2.5), { a: [1.5, 2.5] })).toMatchObject({ named: { id: 'a' } })
    expect(named(read(1.52, 2.5), { a: [1.5, 2.5] })).toBe(null)
    expect(named(read(1.5, 2), { a: [1.5, 2.5] })).toBe(null)
  })

  it('names nothing that is hardly farther from the truth', () => {
    expect(named(read(1.012, 2), { a: [1.02, 2] })).toBe(null)
    expect(named(read(1.02, 2), { a: [1.02, 2] })).toMatchObject({ named: { id: 'a' } })
  })

  it('reaches a little farther than the band, for a mistake may pass roundings on more strongly', () => {
    expect(named(read(1.064, 2), { a: [1.05, 2] })).toMatchObject({ named: { id: 'a' } })
    expect(named(read(1.066, 2), { a: [1.05, 2] })).toBe(null)
  })

  it('names nothing where two mistakes are as near, and pays the smaller share', () => {
    expect(named(read(1.505, 2.5), { a: [1.5, 2.5], b: [1.51, 2.5] })).toEqual({ named: null, earns: 0.1 })
    expect(named(read(1.5, 2.5), { a: [1.5, 2.5], b: [1.5, 2.5] })).toEqual({ named: null, earns: 0.1 })
  })

  it('names the nearer of two where one is clearly nearer', () => {
    expect(named(read(1.5, 2.5), { a: [1.508, 2.5], b: [1.5, 2.5] })).toMatchObject({ named: { id: 'b' } })
  })

  it('lets the other answers decide between mistakes that look alike here', () => {
    expect(
      named(read(1.5, 2.5), { a: [1.5, 2.5], b: [1.5, 2.5] }, ({ alternative }) => ({
        weight: alternative.id === 'b' ? 1 : -1,
        chance: 1,
      })),
    ).toMatchObject({
      named: { id: 'b' },
    })
  })

  it('takes a value of another shape for what it is, within the widest band', () => {
    const candidates = [{ alternative: alternative('longer'), value: tensor(4, 5, 6) }]
    const of = (...values: number[]) =>
      explained({ ...asked, bands: [0.002, 0.01], reading: read(...values), candidates })
    expect(of(4, 5, 6)).toMatchObject({ named: { id: 'longer' } })
    expect(of(4.014, 5, 6.014)).toMatchObject({ named: { id: 'longer' } })
    expect(of(4, 5, 6.016)).toBe(null)
    const turned = [{ alternative: alternative('turned'), value: { shape: [2, 1], data: [1, 2] } }]
    const reading = { ...read(1, 2), shape: [2, 1] }
    expect(explained({ ...asked, reading, candidates: turned })).toMatchObject({ named: { id: 'turned' } })
  })

  it('names nothing that cannot be told from the truth', () => {
    expect(named(read(1.015, 2), { a: [1.008, 2] })).toBe(null)
    expect(named(read(1.018, 2), { a: [1.011, 2] })).toMatchObject({ earns: 0.1 })
    expect(named(read(1.008, 5), { a: [1.008, 5] })).toMatchObject({ named: { id: 'a' } })
  })

  it('takes an alternative that stands there twice for one', () => {
    const twice = [tensor(1.5, 2.5), tensor(1.501, 2.5)].map((value) => ({ alternative: alternative('twice'), value }))
    expect(explained({ ...asked, reading: read(1.5, 2.5), candidates: twice })).toMatchObject({
      named: { id: 'twice' },
    })
    const other = { alternative: alternative('other', 0.2), value: tensor(1.5, 2.5) }
    expect(explained({ ...asked, reading: read(1.5, 2.5), candidates: [...twice, other] })).toMatchObject({
      named: null,
    })
  })

  it('matches a mistake that is not exact to the decimals that were asked for', () => {
    const exact = { ...asked, truth: tensor(25, 90), bands: [0, 0], rounding: 0.5 }
    const mean = [{ alternative: alternative('mean'), value: tensor(11.25, 33.75) }]
    expect(explained({ ...exact, reading: read(11, 34), candidates: mean })).toMatchObject({ named: { id: 'mean' } })
    expect(explained({ ...exact, reading: read(11, 35), candidates: mean })).toBe(null)
    const whole = [{ alternative: alternative('exact'), value: tensor(14, 35) }]
    expect(explained({ ...exact, reading: read(14, 34), candidates: whole })).toBe(null)
  })

  it('reaches as far as the own band of a mistake, where that is known', () => {
    const wide = { alternative: alternative('steep'), value: tensor(1.5, 2.5), bands: [0.1, 0.1] }
    expect(explained({ ...asked, reading: read(1.59, 2.5), candidates: [wide] })).toMatchObject({
      named: { id: 'steep' },
    })
    expect(explained({ ...asked, reading: read(1.61, 2.5), candidates: [wide] })).toBe(null)
    const narrow = { ...wide, bands: [0.005, 0.005] }
    expect(explained({ ...asked, reading: read(1.509, 2.5), candidates: [narrow] })).toBe(null)
    const ofAnotherSize = { ...wide, bands: [0.1] }
    expect(explained({ ...asked, reading: read(1.59, 2.5), candidates: [ofAnotherSize] })).toBe(null)
  })

  it('reaches as far in every cell as the band of that cell', () => {
    const candidates = [{ alternative: alternative('a'), value: tensor(1.5, 2.5) }]
    const of = (...values: number[]) =>
      explained({ ...asked, bands: [0.01, 0.04], reading: read(...values), candidates })
    expect(of(1.5, 2.53)).toMatchObject({ named: { id: 'a' } })
    expect(of(1.53, 2.5)).toBe(null)
  })
})

describe('what explains the same', () => {
  const reading = read(1.5, 2.5)
  const value = tensor(1.5, 2.5)
  const authored: Candidate = { alternative: alternative('authored', 0.5), value }
  const automatic: Candidate = { alternative: { ...alternative('automatic'), automatic: true }, value }
  const parts = [alternative('one'), alternative('two')] as const
  const pair: Candidate = { alternative: alternative('one + two', 0.25), value, parts }
  const tried = { authored: 2, automatic: 2, pairs: 2 }

  it.each([
    ['the author before an automatic slip', [automatic, authored], 'authored'],
    ['one slip before two', [pair, automatic], 'automatic'],
    ['two where no single one is left', [pair], 'one + two'],
  ])('is %s', (_what, candidates, id) => {
    expect(explained({ ...asked, tried, reading, candidates })).toMatchObject({ named: { id } })
  })

  it('is a slip that other boxes show before one of the author that may be an accident, and pays that one else', () => {
    const seen = (id: string) => (candidate: Candidate) => ({
      weight: 0,
      chance: candidate.alternative.id === id ? 1e-9 : 1,
    })
    const many = { authored: 1e9, automatic: 2, pairs: 2 }
    const of = (candidates: Candidate[], id = '') =>
      explained({ ...asked, tried: many, reading, candidates, evidence: seen(id) })
    expect(of([authored, automatic, pair], 'automatic')).toMatchObject({ named: { id: 'automatic' } })
    expect(of([authored, automatic, pair], 'one + two')).toMatchObject({ named: { id: 'one + two' } })
    expect(of([authored, automatic, pair])).toEqual({ named: null, earns: 0.5 })
    const another = { ...authored, alternative: alternative('another', 0.4) }
    expect(of([authored, another, automatic], 'automatic')).toEqual({ named: null, earns: 0.4 })
  })

  it('of two automatic slips is neither, and pays nothing', () => {
    const other: Candidate = { alternative: { ...alternative('another'), automatic: true }, value }
    expect(explained({ ...asked, tried, reading, candidates: [automatic, other] })).toBe(null)
  })
})

describe('a match that may be an accident', () => {
  const side = { ...asked, truth: { shape: [], data: [7] }, bands: [0], rounding: 0.5 }
  const nine = { alternative: alternative('nine', 0.3), value: { shape: [], data: [9] } }
  const reading: Reading = { ...read(9), shape: [] }

  it('is given no name, though what the author says it is worth', () => {
    expect(explained({ ...side, reading, candidates: [nine] })).toEqual({ named: null, earns: 0.3 })
  })

  it('is given none and pays nothing if the slip is automatic', () => {
    const automatic = { ...nine, alternative: { ...nine.alternative, automatic: true } }
    const careful = () => true
    expect(explained({ ...side, careful, reading, candidates: [automatic] })).toBe(null)
  })

  it('is named where another box shows the same', () => {
    const evidence = () => ({ weight: 1, chance: 0.01 })
    expect(explained({ ...side, evidence, reading, candidates: [nine] })).toMatchObject({ named: { id: 'nine' } })
  })

  it('is named where every other box is accounted for, unless too much was tried', () => {
    const careful = () => true
    const of = (authored: number) => ({ ...side, careful, reading, candidates: [nine], tried: { ...tried, authored } })
    expect(explained(of(2))).toMatchObject({ named: { id: 'nine' } })
    expect(explained(of(5))).toMatchObject({ named: null })
  })

  it('is the likelier the more was tried', () => {
    const scalar = { ...asked, truth: { shape: [], data: [1.234] }, bands: [0.003] }
    const candidates = [{ alternative: alternative('near'), value: { shape: [], data: [1.11] } }]
    const of = (typed: number, authored: number) =>
      explained({
        ...scalar,
        tried: { ...tried, authored },
        reading: { ...read(typed), shape: [] },
        candidates,
      })?.named?.id ?? null
    expect(of(1.11, 1)).toBe('near')
    expect(of(1.11, 30)).toBe(null)
    expect(of(1.114, 1)).toBe('near')
    expect(of(1.114, 4)).toBe(null)
  })

  it('is the likelier for a slip of no author the more of any kind was tried', () => {
    const slip = { ...alternative('slip'), automatic: true }
    const candidates = [{ alternative: slip, value: tensor(2.11) }]
    const of = (counts: Partial<Asked['tried']>) =>
      explained({
        ...asked,
        truth: tensor(1.234),
        bands: [0.003],
        tried: { ...tried, ...counts },
        reading: read(2.11),
        candidates,
      })
    expect(of({ automatic: 1 })).toMatchObject({ named: { id: 'slip' } })
    expect(of({ automatic: 30 })).toBe(null)
    expect(of({ pairs: 30 })).toBe(null)
    expect(of({ authored: 30 })).toBe(null)
    expect(of({ authored: 0, automatic: 1 })).toMatchObject({ named: { id: 'slip' } })
  })

  it('is one sooner where two slips are needed for it', () => {
    const scalar = { ...asked, truth: { shape: [], data: [1.234] }, bands: [0.003] }
    const value = { shape: [], data: [2.11] }
    const parts = [alternative('one'), alternative('two')] as const
    const single: Candidate = { alternative: alternative('single'), value }
    const pair: Candidate = { alternative: alternative('one + two'), value, parts }
    const of = (candidate: Candidate) =>
      explained({ ...scalar, reading: { ...read(2.112), shape: [] }, candidates: [candidate] })?.named?.id ?? null
    expect(of(single)).toBe('single')
    expect(of(pair)).toBe(null)
  })

  it('is not excused by other boxes where numbers have many values', () => {
    const scalar = { ...asked, truth: { shape: [], data: [1.234] }, bands: [0.003], careful: () => true }
    const candidates = [{ alternative: alternative('near'), value: { shape: [], data: [1.11] } }]
    const reading = { ...read(1.114), shape: [] }
    expect(explained({ ...scalar, tried: { ...tried, authored: 4 }, reading, candidates })).toMatchObject({
      named: null,
    })
  })

  it('is not excused by other boxes where one of its own cells has many values', () => {
    const of = (...bands: number[]) =>
      explained({
        ...asked,
        truth: tensor(7, 3),
        bands,
        rounding: 0.5,
        careful: () => true,
        tried: { ...tried, authored: 3 },
        reading: read(9, 3),
        candidates: [{ alternative: alternative('nine'), value: tensor(9, 3) }],
      })
    expect(of(0, 0)).toMatchObject({ named: { id: 'nine' } })
    expect(of(0, 0.4)).toMatchObject({ named: null })
  })
})
