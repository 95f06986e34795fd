import { describe, expect, it } from 'vitest'
import { desk, fieldOf, verdicts } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import { typed, work } from './testing/student.ts'

const question = read(
  `---
title: Two mistakes that look alike at the end
parameters:
  x: decimals([3], 1, 9, 1)
  y: decimals([3], 1, 9, 1)
reference:
  a: x + y
  b: 2 a
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1, after: [] }
mistakes:
  first-sign:
    steps: { a: x - y }
    says: The sign of y is wrong.
    earns: 0.5
  second-sign:
    steps: { b: 2 (x - y) }
    says: You changed the sign of y in the second step.
    earns: 0.25
---
:answer[a] :answer[b]
`,
  'signs',
)

describe('two mistakes with the same value in a field', () => {
  const { variant, grade } = desk(question, 'signs')

  it('are told apart by the field in which one of them would be wrong', async () => {
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'second-sign' })))
    expect(fieldOf(grading, 'a').verdict).toBe('right')
    expect(fieldOf(grading, 'b')).toMatchObject({ named: { id: 'second-sign' }, score: 0.25 })
  })

  it('are told apart by the field in which one of them is seen', async () => {
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'first-sign' })))
    expect(fieldOf(grading, 'b')).toMatchObject({ named: { id: 'first-sign' }, score: 0.5 })
    expect(grading.firstWrongStep).toBe('a')
  })

  it('are not named where nothing tells them apart', async () => {
    const answers = typed(question, variant, work(question, variant, { alternative: 'second-sign' }))
    const grading = fieldOf(await grade({ ...answers, a: null }), 'b')
    expect(grading.named).toBeUndefined()
    expect(grading.score).toBe(0.25)
  })

  it('do not follow from a field that the author excluded', async () => {
    const write = (value: number, step: string, entry: number) => (step === 'a' ? value + 1 + entry : value)
    const grading = await grade(typed(question, variant, work(question, variant, { write })))
    expect(verdicts(grading)).toEqual({ a: 'wrong', b: 'wrong' })
  })
})
