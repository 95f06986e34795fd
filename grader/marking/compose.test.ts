import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import { desk, fieldOf, withBackend } from './testing/desk.ts'
import { gru, read } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'

/** How often the backend, the slow one of the two, was asked. */
function counting(): { executors: Executors; calls: () => number } {
  let calls = 0
  const executors = withBackend((run) => {
    calls += 1
    return run
  })
  return { executors, calls: () => calls }
}

const tensor = (cells: string[]): RawAnswer => ({ kind: 'tensor', shape: [cells.length], cells })

describe('what is tried for an answer that nothing explains', () => {
  it('reaches the backend only if it comes near', async () => {
    const { executors, calls } = counting()
    const { grade } = desk(gru, 'compose', executors)
    const nonsense = tensor(['0.111', '0.999', '0.123'])
    await grade({ o: nonsense, i: nonsense, c: nonsense, s_next: nonsense })
    expect(calls()).toBe(1)
  })

  it('is certified there before it is named', async () => {
    const { executors, calls } = counting()
    const { variant, grade } = desk(gru, 'compose', executors)
    const write = (value: number, step: string, entry: number) =>
      step === 'i' && entry === 0 ? Number((value > 0.5 ? value - 0.4 : value + 0.4).toFixed(3)) : rounded(3)(value)
    const grading = await grade(typed(gru, variant, work(gru, variant, { alternative: 'swapped-update', write })))
    expect(fieldOf(grading, 's_next').named?.id).toBe('swapped-update')
    expect(calls()).toBe(2)
  })

  it('is nothing where all is right or explained', async () => {
    const { executors, calls } = counting()
    const { variant, grade } = desk(gru, 'compose', executors)
    await grade(typed(gru, variant, work(gru, variant, { write: rounded(3) })))
    expect(calls()).toBe(1)
    await grade(typed(gru, variant, work(gru, variant, { alternative: 'swapped-update', write: rounded(3) })))
    expect(calls()).toBe(2)
  })
})

const cutOff = read(
  `---
title: Two slips that leave nothing
parameters:
  a: decimals([3], 1, 2, 2)
reference:
  h: 2 a
  y: h + [0.7; 0.2; 0.4]
answers:
  y: { points: 1 }
mistakes:
  sign: { steps: { h: -2 a }, says: The sign., earns: 0.5 }
  cut: { steps: { y: relu(h) }, says: A relu., earns: 0.5 }
  late: { steps: { y: 3 h }, says: A factor., earns: 0.5 }
---
:answer[y]
`,
  'two-slips',
)

describe('two slips at once', () => {
  it('explain what neither does', async () => {
    const { variant, grade } = desk(cutOff, 'one')
    const both = (variant.params.a?.data ?? []).map((value) => (-6 * value).toFixed(3))
    const y = fieldOf(await grade({ y: tensor(both) }), 'y')
    expect(y.explained?.map(({ id }) => id)).toEqual(['sign', 'late'])
  })

  it('pay nothing for zeros, which need no work', async () => {
    const { grade } = desk(cutOff, 'one')
    expect(fieldOf(await grade({ y: tensor(['0', '0', '0']) }), 'y')).toMatchObject({ verdict: 'wrong', score: 0 })
  })
})

describe('an automatic slip', () => {
  it('is found in every box it comes in at, though the key has only the first', async () => {
    const id = 'reset-after-product'
    const alternatives = gru.alternatives.map((each) => (each.id === id ? { ...each, automatic: true } : each))
    const question = { ...gru, version: 'automatic', alternatives }
    const { variant, key, grade } = desk(question, 'compose')
    delete key.alternatives[id]?.s_next
    const answers = typed(question, variant, work(question, variant, { alternative: id, write: rounded(3) }))
    const grading = await grade({ ...answers, c: null })
    expect(fieldOf(grading, 's_next').named?.id).toBe(id)
  })

  it('is not tried in a variant that does not offer it', async () => {
    const id = 'reset-after-product'
    const alternatives = gru.alternatives.map((each) => (each.id === id ? { ...each, automatic: true } : each))
    const question = { ...gru, version: 'not offered', alternatives }
    const { variant, key, grade } = desk(question, 'compose')
    delete key.alternatives[id]
    const answers = typed(question, variant, work(question, variant, { alternative: id, write: rounded(3) }))
    expect(fieldOf(await grade(answers), 'c').named).toBeUndefined()
  })
})
