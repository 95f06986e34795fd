import { describe, expect, it } from 'vitest'
import { parsed, readSample } from '../question/testing/read-sample.ts'
import type { StoredTensor } from '../question/variant.ts'
import { distanceInBands } from './distance.ts'
import { firstFields, separationsOf } from './separation.ts'
import { triviality } from './trivial.ts'

const vector = (...data: number[]): StoredTensor => ({ shape: [data.length], data })
const gru = parsed(readSample('gru-step'))

describe('the distance in bands', () => {
  it('is the most over the entries', () => {
    expect(distanceInBands(vector(1, 2), vector(1.1, 2.4), [0.1, 0.1])).toBeCloseTo(4, 9)
    expect(distanceInBands(vector(1, 2), vector(1.1, 2.4), [0.1, 0.4])).toBeCloseTo(1, 9)
    expect(distanceInBands(vector(1, 2), vector(1, 2), [0, 0])).toBe(0)
  })

  it('is infinite for another shape, a different exact entry or what is no number', () => {
    expect(distanceInBands(vector(1), vector(1, 2), [1, 1])).toBe(Infinity)
    expect(distanceInBands(vector(4), vector(5), [0])).toBe(Infinity)
    expect(distanceInBands(vector(4), vector(Number.NaN), [1])).toBeNaN()
  })
})

describe('rule 4', () => {
  const expected = { o: vector(0, 0, 0), i: vector(0, 0, 0), c: vector(0, 0, 0), s_next: vector(0, 0, 0) }
  const band = [0.1, 0.1, 0.1]
  const bands = { o: band, i: band, c: band, s_next: band }
  const judge = (alternatives: Record<string, Record<string, StoredTensor>>) =>
    separationsOf(gru, { expected, bands, alternatives }).map(
      ({ first, second, field, sufficient }) => `${first} ${second} ${field} ${sufficient}`,
    )

  it('asks for 3 bands where an alternative shows first, and not where it only carries on', () => {
    expect(firstFields(gru, ['c', 's_next'])).toEqual(['c'])
    expect(firstFields(gru, ['o', 'i', 'c'])).toEqual(['o', 'i'])
    expect(judge({ a: { c: vector(0, 0.31, 0), s_next: vector(0.01, 0, 0) } })).toEqual(['truth a c true'])
    expect(judge({ a: { c: vector(0, 0.29, 0), s_next: vector(9, 0, 0) } })).toEqual(['truth a c false'])
  })

  it('asks for it on every field where it shows first', () => {
    expect(judge({ a: { o: vector(1, 0, 0), i: vector(0.2, 0, 0) } })).toEqual(['truth a o true', 'truth a i false'])
  })

  it('asks for 1.5 bands between alternatives on some field, an unchanged field being the truth', () => {
    expect(judge({ a: { c: vector(1, 0, 0) }, b: { c: vector(1.1, 0, 0) } }).at(-1)).toBe('a b c false')
    expect(judge({ a: { c: vector(1, 0, 0) }, b: { c: vector(1.1, 0.16, 0) } }).at(-1)).toBe('a b c true')
    expect(judge({ a: { c: vector(1, 0, 0) }, b: { o: vector(1, 0, 0), c: vector(1.1, 0, 0) } }).at(-1)).toBe(
      'a b o true',
    )
  })

  it('leaves pairs apart that have nothing to do with each other', () => {
    const alternatives = { a: { c: vector(1, 0, 0) }, b: { c: vector(1, 0, 0) } }
    expect(separationsOf(gru, { expected, bands, alternatives }, () => false)).toHaveLength(2)
  })
})

describe('a trivial answer', () => {
  it.each([
    [vector(0, 0.04), 'zero'],
    [vector(0, 0.06), 'constant'],
    [vector(0, 0.11), null],
    [vector(0.5, 0.5), 'constant'],
    [vector(0.5, 0.59), 'constant'],
    [vector(0.5, 0.61), null],
    [{ shape: [], data: [0.04] }, 'zero'],
    [{ shape: [], data: [7] }, null],
  ])('%j: %s', (truth, kind) => {
    expect(
      triviality(
        truth,
        truth.data.map(() => 0.05),
      ),
    ).toBe(kind)
  })
})
