import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import { desk, fieldOf, paperExecutors } from './testing/desk.ts'
import { gru } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'

/** How often the backend, the slow one of the two, was asked. */
function counting(): { executors: Executors; calls: () => number } {
  const executors = paperExecutors()
  let calls = 0
  const tfjs: Executors['tfjs'] = {
    name: 'cpu',
    run(plan, batch) {
      calls += 1
      return executors.tfjs.run(plan, batch)
    },
  }
  return { executors: { ...executors, tfjs }, calls: () => calls }
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
