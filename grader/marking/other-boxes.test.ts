import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { askedOf, measures } from './evidence.ts'
import { type Candidate, chanceOfMatch } from './naming.ts'
import { type Findings, openSheet } from './sheet.ts'
import { desk } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: A scale in two places
parameters:
  x: [2, 3, 5]
reference:
  a: 2 x
  b: a + 10
  c: 3 x
  size: "[4, 2]"
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1 }
  c: { points: 1, decimals: 1 }
  size: { kind: shape, points: 1 }
mistakes:
  scaled: { steps: { a: 4 x, c: 6 x }, says: The scale. }
  minus: { steps: { b: a - 10 }, says: A sign. }
  same: { steps: { c: 3 x + 0.00000001 }, says: No difference. }
  longer: { steps: { size: "[4, 3]" }, says: One more. }
---
:answer[a] :answer[b] :answer[c] :answer[size]
`,
  'two-places',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [3], cells: values.map(String) })
const fieldNamed = (name: string) => judgedFields(question).find((field) => field.name === name) as JudgedField

const answers = {
  right: { a: grid(4, 6, 10), b: grid(14, 16, 20), c: grid(6, 9, 15) },
  scaled: { a: grid(8, 12, 20), b: grid(18, 22, 30), c: grid(12, 18, 30) },
}

/** A sheet, and what one of its fields is asked with. */
function asked(name: string, typed: Record<string, RawAnswer>, found: Record<string, Partial<Findings>> = {}) {
  const sheet = openSheet(question, { id: 'one', variant, key, answers: typed })
  for (const [field, more] of Object.entries(found)) Object.assign(sheet.findings.get(field) ?? {}, more)
  const findings = sheet.findings.get(name) as Findings
  const candidate = (id: string) => findings.candidates.find((each) => each.alternative.id === id) as Candidate
  return { sheet, candidate, ...askedOf(question, sheet, fieldNamed(name), findings) }
}

describe('what the other boxes say of an alternative', () => {
  const of = (name: string, typed: Record<string, RawAnswer>, found: Record<string, Partial<Findings>> = {}) => {
    const { evidence, candidate } = asked(name, typed, found)
    return evidence(candidate('scaled'))
  }
  const { scaled, right } = answers

  it('is nothing where there are none', () => {
    expect(of('a', { a: scaled.a })).toEqual({ weight: 0, chance: 1 })
  })

  it('weighs for it where they have its value, whether by itself or because they follow', () => {
    const { weight, chance } = of('a', scaled)
    expect(weight).toBe(2)
    // in b it is there because of a, which proves nothing
    const { sheet, candidate } = asked('c', scaled)
    const ofC = chanceOfMatch(candidate('scaled'), measures(fieldNamed('c'), sheet.findings.get('c') as Findings))
    expect(chance).toBe(ofC)
    expect(chance).toBeLessThan(0.001)
  })

  it('weighs against it where they are right and should not be', () => {
    expect(of('a', { ...scaled, c: right.c })).toEqual({ weight: 0, chance: 1 })
    expect(of('a', { a: scaled.a, c: right.c })).toEqual({ weight: -1, chance: 1 })
  })

  it('is nothing where they are something else', () => {
    expect(of('a', { a: scaled.a, b: grid(1, 2, 3), c: grid(3, 2, 1) })).toEqual({ weight: 0, chance: 1 })
  })

  it('is nothing where the alternative has what is right there', () => {
    const { evidence, candidate } = asked('c', { ...right, b: grid(-6, -4, 0) })
    expect(
      evidence({ ...candidate('scaled'), alternative: { ...candidate('scaled').alternative, id: 'same' } }),
    ).toEqual({
      weight: 0,
      chance: 1,
    })
    const { evidence: ofA, candidate: inA } = asked('a', { a: scaled.a, c: right.c })
    expect(ofA({ ...inA('scaled'), alternative: { ...inA('scaled').alternative, id: 'same' } }).weight).toBe(0)
  })

  it('goes by what the alternative comes to from the own earlier answers, where that was found', () => {
    const alternative = question.alternatives[0] as Candidate['alternative']
    const recomputed = { alternative, value: { shape: [3], data: [1, 2, 3] } }
    expect(of('a', scaled, { c: { candidates: [recomputed] } })).toEqual({ weight: 1, chance: 1 })
    expect(of('a', { ...scaled, c: grid(1, 2, 3) }, { c: { candidates: [recomputed] } })).toMatchObject({ weight: 2 })
  })

  it('of two alternatives at once is what they say of either, and proves nothing of both', () => {
    const { evidence, candidate } = asked('a', { ...scaled, b: grid(-6, -4, 0) })
    const [one, two] = question.alternatives.slice(0, 2)
    const parts = [one, two] as unknown as Candidate['parts']
    expect(evidence({ ...candidate('scaled'), parts } as Candidate)).toEqual({ weight: 2, chance: 1 })
  })
})

describe('who is careful', () => {
  const { right, scaled } = answers
  const careful = (typed: Record<string, RawAnswer>, found: Record<string, Partial<Findings>> = {}) =>
    asked('a', { a: grid(1, 2, 3), ...typed }, found).careful()

  it('has two other boxes right at least', () => {
    expect(careful({ b: right.b, c: right.c })).toBe(true)
    expect(careful({ c: right.c })).toBe(false)
    expect(careful({})).toBe(false)
    expect(careful({ c: right.c, b: grid('', '', '') })).toBe(false)
    expect(careful({ b: right.b, c: right.c, size: { kind: 'shape', text: 'large' } })).toBe(true)
  })

  it('has no other box that nothing explains', () => {
    expect(careful({ b: grid(1, 2, 3), c: right.c })).toBe(false)
    expect(careful({ b: right.b, c: right.c, size: { kind: 'shape', text: '4 × 3' } })).toBe(false)
    expect(careful({ b: right.b, c: right.c, size: { kind: 'shape', text: '4 × 2' } })).toBe(true)
  })

  it('may have boxes that follow, or that a mistake explains beyond chance', () => {
    const through = { shape: [3], data: [11, 12, 13] }
    expect(careful({ b: grid(11, 12, 13), c: right.c }, { b: { through } })).toBe(true)
    expect(careful({ b: grid(11, 12, 14), c: right.c }, { b: { through } })).toBe(false)
    expect(careful({ b: right.b, c: scaled.c })).toBe(true)
    // beyond chance by itself: not by the care of who has the others right
    expect(careful({ b: right.b, c: right.c, size: { kind: 'shape', text: '4 × 3' } })).toBe(false)
    const many = { authored: 1e6, automatic: 0, pairs: 0 }
    expect(careful({ b: right.b, c: scaled.c }, { c: { tried: many } })).toBe(false)
  })
})

it('measures numbers by half a unit of what is asked for, and sizes exactly', () => {
  const { sheet } = asked('a', answers.right)
  const of = (name: string) => measures(fieldNamed(name), sheet.findings.get(name) as Findings)
  expect(of('a')).toMatchObject({ rounding: 0.5, truth: { data: [4, 6, 10] }, bands: key.bands.a })
  expect(of('size')).toMatchObject({ rounding: 0, truth: { data: [4, 2] } })
})
