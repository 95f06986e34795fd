import { describe, expect, it } from 'vitest'
import { desk, fieldOf, verdicts } from './testing/desk.ts'
import { gru, read } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'
import { isTrivial } from './trivial.ts'

const { variant, grade } = desk(gru, 'cheap')

/** A student who writes something into one step, whatever it is, and goes on from it correctly. */
const from = (step: string, values: number[]) => {
  const write = (value: number, name: string, entry: number) =>
    name === step ? (values[entry] ?? 0) : rounded(3)(value)
  return grade(typed(gru, variant, work(gru, variant, { write })))
}

describe('a wrong value that makes the rest trivial', () => {
  it('all zeros earn no follow-through and are flagged', async () => {
    const grading = await from('o', [0, 0, 0])
    expect(fieldOf(grading, 'o')).toMatchObject({ verdict: 'wrong', score: 0, firstWrong: true })
    expect(fieldOf(grading, 'c')).toMatchObject({ score: 0, cheap: true, message: expect.stringContaining('trivial') })
  })

  it('zeros with a blank among them earn none either, where they are judged cell by cell', async () => {
    const grading = await grade({
      c: { kind: 'tensor', shape: [3], cells: ['0', '0', '0'] },
      s_next: { kind: 'tensor', shape: [3], cells: ['', '0', '0'] },
      i: { kind: 'tensor', shape: [3], cells: ['0', '0', '0'] },
    })
    expect(fieldOf(grading, 's_next')).toMatchObject({ score: 0, verdict: 'wrong', cheap: true })
  })

  it('a constant earns none', async () => {
    const grading = await from('i', [1, 1, 1])
    expect(fieldOf(grading, 's_next')).toMatchObject({ cheap: true })
    expect(fieldOf(grading, 's_next').score).toBe(0)
  })

  it('saturation earns none, nor does what follows from it', async () => {
    const { W, s } = variant.params
    if (!W || !s) throw new Error('parameters are missing')
    // enormous gates: every unit of the candidate is 0 or 1
    const grading = await from('o', [5000.5, 4000.25, -3000.125])
    expect(verdicts(grading)).toMatchObject({ o: 'wrong', i: 'right' })
    expect(fieldOf(grading, 'c')).toMatchObject({ score: 0, cheap: true })
    expect(fieldOf(grading, 'c').verdict).toBe('wrong')
  })

  it('an ordinary slip is no cheap answer', async () => {
    const grading = await from('o', [0.211, 0.634, 0.402])
    expect(fieldOf(grading, 'c')).toMatchObject({ verdict: 'through', score: 1 })
    expect(fieldOf(grading, 's_next').score).toBe(1)
    expect(grading.fields.some((field) => field.cheap)).toBe(false)
  })
})

const relus = read(
  `---
title: Two layers of relu
parameters:
  x: decimals([2], 1, 2, 1)
  A: decimals([3, 2], 0.5, 2, 1)
  B: decimals([3, 3], 0.5, 2, 1)
  v: decimals([3], 1, 2, 1)
reference:
  h: relu(A x)
  g: relu(B h)
  y: v^T g
  z: 2 y + 1
answers:
  h: { points: 1, decimals: 2 }
  g: { points: 1, decimals: 2 }
  y: { points: 1, decimals: 2 }
  z: { points: 1, decimals: 2 }
---
:answer[h] :answer[g] :answer[y] :answer[z]
`,
  'relus',
)

describe('a chain after a trivial value', () => {
  const at = desk(relus, 'relus')
  const wrong = (step: string, values: number[]) => {
    const write = (value: number, name: string, entry: number) =>
      name === step ? (values[entry] ?? 0) : rounded(2)(value)
    return at.grade(typed(relus, at.variant, work(relus, at.variant, { write })))
  }

  it('earns nothing to its end: a dead relu, then its zeros', async () => {
    const grading = await wrong('h', [-3, -5.5, -4])
    expect(verdicts(grading)).toEqual({ h: 'wrong', g: 'wrong', y: 'wrong', z: 'wrong' })
    expect(grading.fields.map((field) => field.cheap ?? false)).toEqual([false, true, true, true])
    expect(grading.firstWrongStep).toBe('h')
  })

  it('earns nothing after a scalar zero, but does after another wrong scalar', async () => {
    expect(fieldOf(await wrong('y', [0]), 'z')).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    expect(fieldOf(await wrong('y', [0.5]), 'z')).toMatchObject({ verdict: 'through', score: 1 })
    expect(isTrivial(undefined)).toBe(false)
  })
})
