import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionDefinition } from '../../question/definition.ts'
import { gradeBatch } from '../grade-submission.ts'
import { desk, paperExecutors } from '../testing/desk.ts'
import { weights } from '../testing/properties.ts'
import { read } from '../testing/questions.ts'
import type { FieldGrading } from '../verdict.ts'

const turned = read(
  `---
title: A rotation
parameters:
  t: decimal(0.2, 1, 1)
answers:
  Q:
    kind: property
    points: 2
    shape: [2, 2]
    decimals: 3
    holds:
      - { that: Q Q^T = identity(2), says: Its rows are orthonormal. }
      - { that: "Q[1, 1] Q[2, 2] - Q[1, 2] Q[2, 1] = 1", says: It does not reflect. }
    example: "[cos(t), -sin(t); sin(t), cos(t)]"
---
{{t}} :answer[Q]
`,
  'turned',
)

/** Grades many answers to the only field of a question in one batch. */
async function gradeAll(question: QuestionDefinition, name: string, shape: number[], answers: string[][]) {
  const { variant, key } = desk(question, 'seed')
  const rows = answers.map((cells, k) => {
    return { id: `${k}`, variant, key, answers: { [name]: { kind: 'tensor' as const, shape, cells } } }
  })
  const graded = await gradeBatch(question, rows, paperExecutors())
  return graded.map(({ grading }) => grading.fields[0] as FieldGrading)
}

const positive = fc.double({ min: 0.02, max: 1, noNaN: true })
const stochastic = fc.tuple(positive, positive, positive, positive, positive).map(([a, b, c, d, e]) => {
  return [1, 0, 0, a / (a + b), b / (a + b), 0, c / (c + d + e), d / (c + d + e), e / (c + d + e)]
})
const typed = (values: readonly number[], decimals: number) => values.map((value) => value.toFixed(decimals))
const samples = { numRuns: 400, seed: 7 }

describe('whoever rounds as asked is right', () => {
  it('with any weights that add up to 1', async () => {
    const answers = fc.sample(stochastic, samples).flatMap((values) => [typed(values, 3), typed(values, 6)])
    const graded = await gradeAll(weights, 'A', [3, 3], answers)
    expect(graded.filter(({ verdict }) => verdict !== 'right')).toEqual([])
  })

  it('with the rows below each other exchanged where that changes nothing that must hold', async () => {
    const answers = fc.sample(fc.tuple(stochastic, fc.boolean()), samples).map(([values, swap]) => {
      const last = values.slice(6)
      return typed([...values.slice(0, 6), ...(swap ? last.toReversed() : last)], 3)
    })
    expect((await gradeAll(weights, 'A', [3, 3], answers)).every(({ verdict }) => verdict === 'right')).toBe(true)
  })

  it('with any rotation, where what must hold is a product of two entries of the answer', async () => {
    const angles = fc.sample(fc.double({ min: -4, max: 4, noNaN: true }), samples)
    const answers = angles.map((t) => typed([Math.cos(t), -Math.sin(t), Math.sin(t), Math.cos(t)], 3))
    expect((await gradeAll(turned, 'Q', [2, 2], answers)).every(({ verdict }) => verdict === 'right')).toBe(true)
  })
})

describe('whoever is further off is not', () => {
  const cell = fc.nat({ max: 8 })

  it('with one entry moved by three bands, or two exchanged across the mask', async () => {
    const band = 3 * 0.0005
    const moved = fc.sample(fc.tuple(stochastic, cell, fc.boolean()), samples).map(([values, at, up]) => {
      return typed(values.with(at, (values[at] ?? 0) + (up ? 3 : -3) * band), 4)
    })
    const exchanged = fc.sample(stochastic, samples).map((values) => {
      return typed(values.with(5, values[4] ?? 0).with(4, 0), 3)
    })
    for (const graded of [
      await gradeAll(weights, 'A', [3, 3], moved),
      await gradeAll(weights, 'A', [3, 3], exchanged),
    ]) {
      expect(graded.filter(({ verdict }) => verdict === 'right')).toEqual([])
      expect(graded.every(({ score }) => score !== null && score < 1)).toBe(true)
    }
  })

  it('with a reflection, or a rotation that stretches', async () => {
    const angles = fc.sample(fc.double({ min: -4, max: 4, noNaN: true }), samples)
    const mirrored = angles.map((t) => typed([Math.cos(t), Math.sin(t), Math.sin(t), -Math.cos(t)], 3))
    const stretched = angles.map((t) =>
      typed([1.01 * Math.cos(t), -1.01 * Math.sin(t), 1.01 * Math.sin(t), 1.01 * Math.cos(t)], 3),
    )
    expect(await gradeAll(turned, 'Q', [2, 2], mirrored)).toSatisfy((all: FieldGrading[]) =>
      all.every(({ properties }) => properties?.[0]?.held === true && properties[1]?.held === false),
    )
    expect((await gradeAll(turned, 'Q', [2, 2], stretched)).some(({ verdict }) => verdict === 'right')).toBe(false)
  })

  it('and random numbers, blanks and words among them, give a score between 0 and 1 and never throw', async () => {
    const cells = fc.array(fc.oneof(fc.double().map(String), fc.constantFrom('', '0', 'x', '1/3', '1e39', '-0')), {
      minLength: 9,
      maxLength: 9,
    })
    for (const { score, verdict } of await gradeAll(weights, 'A', [3, 3], fc.sample(cells, samples))) {
      expect(verdict).not.toBe('broken')
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})
