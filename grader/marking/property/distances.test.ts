import { describe, expect, it } from 'vitest'
import type { Condition } from '../../question/condition.ts'
import { distancesOf, type Executed } from './distances.ts'

const span = { start: 0, end: 0 }
const compare = (operator: '<' | '<=' | '=' | '!=', left: string, right: string): Condition => {
  return { kind: 'compare', operator, left, right, span }
}

/** Values of steps; a band for every comparison. */
function executed(values: Record<string, number[]>, band = 0, clouded: string[] = []): Executed {
  return {
    size: (step) => values[step]?.length ?? 0,
    value: (step, entry) => values[step]?.[values[step].length === 1 ? 0 : entry] ?? Number.NaN,
    band: () => band,
    clouded: (step) => clouded.includes(step),
  }
}

describe('how far a property is from holding', () => {
  it('is measured in bands, entry by entry; a scalar stands beside every entry', () => {
    const of = executed({ a: [1, 1.05, 1.2, 0.8], b: [1] }, 0.1)
    const [first, second, third, fourth] = distancesOf(compare('=', 'a', 'b'), of)
    expect(first).toBe(0)
    expect(second).toBeCloseTo(0.5, 6)
    expect(third).toBeCloseTo(2, 6)
    // the noise of float64 is allowed for on top of the band
    expect(third).toBeLessThan(2 - 1e-9)
    expect(fourth).toBeCloseTo(2, 6)
    expect(distancesOf(compare('<=', 'a', 'b'), of).map((d) => d <= 1)).toEqual([true, true, false, true])
    expect(distancesOf(compare('<', 'a', 'b'), of).map((d) => d <= 1)).toEqual([true, true, false, true])
  })

  it('is nothing or everything where nothing is rounded', () => {
    const of = executed({ a: [0, 1, 2], b: [1] })
    expect(distancesOf(compare('=', 'a', 'b'), of)).toEqual([Infinity, 0, Infinity])
    expect(distancesOf(compare('!=', 'a', 'b'), of)).toEqual([0, Infinity, 0])
    expect(distancesOf(compare('<=', 'a', 'b'), of)).toEqual([0, 0, Infinity])
    expect(distancesOf(compare('<', 'a', 'b'), of)).toEqual([0, Infinity, Infinity])
    expect(distancesOf({ kind: 'truth', step: 'a', negated: false, span }, of)).toEqual([Infinity, 0, 0])
    expect(distancesOf({ kind: 'truth', step: 'a', negated: true, span }, of)).toEqual([0, Infinity, Infinity])
  })

  it('forgives what float64 itself puts apart', () => {
    expect(distancesOf(compare('=', 'a', 'b'), executed({ a: [0.1 + 0.2], b: [0.3] }))).toEqual([0])
    expect(distancesOf(compare('=', 'a', 'b'), executed({ a: [1e12 * (1 + 1e-15)], b: [1e12] }))).toEqual([0])
  })

  it('and is as far as its farthest part, or as its nearest', () => {
    const of = executed({ a: [0, 0.5, 1], zero: [0], one: [1] })
    const parts = [compare('=', 'a', 'zero'), compare('=', 'a', 'one')]
    expect(distancesOf({ kind: 'or', parts }, of)).toEqual([0, Infinity, 0])
    expect(distancesOf({ kind: 'and', parts }, of)).toEqual([Infinity, Infinity, Infinity])
  })

  it('and or or takes a part that is one number for every entry', () => {
    const of = executed({ a: [0, 1, 2], zero: [0], one: [1] })
    const [each, once] = [compare('=', 'a', 'zero'), compare('=', 'one', 'one')]
    expect(distancesOf({ kind: 'and', parts: [each, once] }, of)).toEqual([0, Infinity, Infinity])
    expect(distancesOf({ kind: 'or', parts: [once, each] }, of)).toEqual([0, 0, 0])
  })

  it('cannot be said where a cell is blank, unless another part settles it', () => {
    const of = executed({ a: [Number.NaN, Number.NaN], b: [0, 1], zero: [0] })
    const [open, settled] = [compare('=', 'a', 'zero'), compare('=', 'b', 'zero')]
    expect(distancesOf(open, of)).toEqual([Number.NaN, Number.NaN])
    expect(distancesOf({ kind: 'or', parts: [open, settled] }, of)).toEqual([0, Number.NaN])
    expect(distancesOf({ kind: 'and', parts: [open, settled] }, of)).toEqual([Number.NaN, Infinity])
    expect(distancesOf(settled, executed({ b: [0, 1], zero: [0] }, 0, ['b']))).toEqual([Number.NaN, Number.NaN])
    expect(distancesOf({ kind: 'truth', step: 'b', negated: false, span }, executed({ b: [1] }, 0, ['b']))).toEqual([
      Number.NaN,
    ])
  })
})
