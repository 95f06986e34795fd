import { describe, expect, it } from 'vitest'
import type { Reading } from './reading.ts'
import { desk, fieldOf, verdicts } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import { readingOf, tensor } from './testing/reading.ts'
import { rounded, typed, work } from './testing/student.ts'
import { isTrivial } from './trivial.ts'

function found(values: number[], truth: number[], state: Reading['state'] = 'read') {
  return { reading: readingOf(values, { state }), truth: tensor(...truth) }
}

describe('a trivial answer', () => {
  it('is all zeros, where the right one is not', () => {
    expect(isTrivial(found([0, 0, 0], [1, 2, 3]))).toBe(true)
    expect(isTrivial(found([0], [3]))).toBe(true)
    expect(isTrivial(found([0, Number.NaN], [0.5, 2]))).toBe(true)
    expect(isTrivial(found([0, 0], [0, 0]))).toBe(false)
    expect(isTrivial(found([0, 0], [0, 1]))).toBe(true)
  })

  it('is one value throughout, where the right one varies', () => {
    expect(isTrivial(found([0.5, 0.5, 0.5], [0.1, 0.2, 0.3]))).toBe(true)
    expect(isTrivial(found([0.5, 0.5, 0.5], [0.1, 0.1, 0.1]))).toBe(false)
    expect(isTrivial(found([0.5, 0.5, 0.4], [0.1, 0.2, 0.3]))).toBe(false)
  })

  it('is not what may be chance: a number alone, or two equal decimals', () => {
    expect(isTrivial(found([0.5], [0.1]))).toBe(false)
    expect(isTrivial(found([0.5, 0.5], [0.1, 0.2]))).toBe(false)
    expect(isTrivial(found([0.5, Number.NaN, 0.5], [0.1, 0.2, 0.3]))).toBe(false)
    // two equal whole numbers are no chance
    expect(isTrivial(found([1, 1], [0.1, 0.2]))).toBe(true)
    expect(isTrivial(found([1], [0.2]))).toBe(false)
    expect(isTrivial(found([1, Number.NaN, Number.NaN], [0.1, 0.2, 0.3]))).toBe(false)
  })

  it('is something that was read', () => {
    expect(isTrivial(undefined)).toBe(false)
    expect(isTrivial(found([0, 0], [1, 2], 'unreadable'))).toBe(false)
    expect(isTrivial(found([Number.NaN, Number.NaN], [1, 2]))).toBe(false)
    expect(isTrivial(found([], [1, 2]))).toBe(false)
  })
})

const gates = read(
  `---
title: Two gates
parameters:
  x: decimals([3], -1, 1, 1)
  A: decimals([3, 3], 0.5, 2, 1)
reference:
  u: A x
  p: sigmoid(u)
  q: softmax(u)
  r: p .* q
answers:
  u: { points: 1, decimals: 3 }
  p: { points: 1, decimals: 3 }
  q: { points: 1, decimals: 3 }
  r: { points: 1, decimals: 3 }
mistakes:
  turned: { steps: { u: "A^T x" }, says: You transposed., earns: 0.5 }
---
:answer[u] :answer[p] :answer[q] :answer[r]
`,
  'gates',
)

describe('follow-through', () => {
  const { variant, grade } = desk(gates, 'gates')
  const right = work(gates, variant).u ?? []
  const slipped = (values: number[]) => {
    const write = (value: number, name: string, entry: number) =>
      name === 'u' ? (values[entry] ?? 0) : rounded(3)(value)
    return grade(typed(gates, variant, work(gates, variant, { write })))
  }

  it('is refused where a gate is shut, and where it is wide open', async () => {
    for (const far of [60.5, -60.5]) {
      const grading = await slipped([far, far - 0.25, far + 0.125])
      expect(fieldOf(grading, 'p')).toMatchObject({ score: 0, cheap: true })
    }
  })

  it('is earned where a part of it still depends on the slip', async () => {
    // one gate is shut, the others are not: what comes after was worked out
    const grading = await slipped([right[0] ?? 0, -60.5, right[2] ?? 0])
    expect(verdicts(grading)).toMatchObject({ u: 'partial', p: 'through', r: 'through' })
    expect(grading.fields.some(({ cheap }) => cheap)).toBe(false)
  })

  it('is not doubted where the softmax of a moved vector stays the same by its nature', async () => {
    const grading = await slipped(right.map((value) => value + 0.7))
    expect(fieldOf(grading, 'p')).toMatchObject({ verdict: 'through', score: 1 })
    // all moved alike leaves a softmax as it was: this is right, not followed
    expect(fieldOf(grading, 'q')).toMatchObject({ verdict: 'right' })
  })

  it('after a mistake that is named is not doubted', async () => {
    const grading = await grade(
      typed(gates, variant, work(gates, variant, { alternative: 'turned', write: rounded(3) })),
    )
    expect(fieldOf(grading, 'u')).toMatchObject({ verdict: 'mistake' })
    expect(fieldOf(grading, 'r').score).toBe(1)
  })

  it('goes on from blanks with the right values in their places', async () => {
    const write = (value: number, name: string, entry: number) =>
      name === 'u' && entry === 0 ? value + 0.4 : rounded(3)(value)
    const answers = typed(gates, variant, work(gates, variant, { write }))
    const cells = answers.u?.kind === 'tensor' ? answers.u.cells.with(1, '') : []
    const grading = await grade({ ...answers, u: { kind: 'tensor', shape: [3], cells } })
    expect(fieldOf(grading, 'p')).toMatchObject({ verdict: 'through', score: 1 })
  })
})
