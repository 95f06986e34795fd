import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Batch, BatchRun, Executor, Executors } from '../backends/executor.ts'
import { desk, fieldOf, paperExecutors, verdicts } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const chain = read(
  `---
title: Three steps
parameters:
  x: distinct([3], 2, 9)
reference:
  a: 2 x
  b: 3 a
  n: sum(b)
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 3, decimals: 1 }
  n: { points: 1, decimals: 1 }
mistakes:
  added: { steps: { b: "a + 3" }, says: You added., earns: 0.5 }
---
:answer[a] :answer[b] :answer[n]
`,
  'chain',
)

/** The second execution is off wherever a student's own value stands for this step. */
function offAfter(step: string): Executors {
  const { float64, ...rest } = paperExecutors()
  const moved = (run: BatchRun, { overrides, rows }: Batch): BatchRun => {
    const own = overrides?.[step]
    if (!own) return run
    const size = own.data.length / rows
    const follows = (row: number) =>
      own.data.subarray(row * size, (row + 1) * size).some((value) => !Number.isNaN(value))
    return Object.fromEntries(
      Object.entries(run).map(([name, { shape, data }]) => {
        const each = data.length / rows
        return [name, { shape, data: data.map((x, k) => (follows(Math.floor(k / each)) ? 1.5 * x + 1 : x)) }]
      }),
    )
  }
  const tfjs: Executor = { name: 'cpu', run: async (plan, batch) => moved(await float64.run(plan, batch), batch) }
  return { ...rest, float64, tfjs }
}

const { variant, grade } = desk(chain, 'chain', offAfter('a'))
const certain = desk(chain, 'chain').grade
const x = variant.params.x?.data ?? []
const tensor = (values: readonly (number | string)[]): RawAnswer => ({
  kind: 'tensor',
  shape: [3],
  cells: values.map(String),
})
const number = (value: number): RawAnswer => ({ kind: 'number', text: String(value) })
/** 2x with a slip in the first entry */
const a = x.map((value, k) => 2 * value + (k === 0 ? 5 : 0))
const b = a.map((value) => 3 * value)

describe('an answer that follows from a value on which the executions do not agree', () => {
  it('is held for a person, not called wrong', async () => {
    const answers = { a: tensor(a), b: tensor(b), n: null }
    expect(verdicts(await certain(answers))).toMatchObject({ a: 'partial', b: 'through' })
    const field = fieldOf(await grade(answers), 'b')
    expect(field).toMatchObject({ verdict: 'broken', score: null, staffNote: expect.stringContaining('do not agree') })
    expect(field.cells).toBeUndefined()
  })

  it('is held where only some of its cells follow, for they would earn their share', async () => {
    const answers = { a: tensor(a), b: tensor([b[0] ?? 0, '0.1', '0.2']), n: null }
    expect(fieldOf(await certain(answers), 'b')).toMatchObject({ verdict: 'partial' })
    expect(fieldOf(await grade(answers), 'b')).toMatchObject({ verdict: 'broken', score: null })
  })

  it('is judged as ever where nothing of it follows', async () => {
    const { fields } = await grade({ a: tensor(a), b: tensor(['0.1', '0.2', '0.3']), n: number(1) })
    expect(fields.map(({ verdict }) => verdict)).toEqual(['partial', 'wrong', 'wrong'])
  })

  it('is judged as ever where it is right, blank or unreadable', async () => {
    const right = x.map((value) => 6 * value)
    expect(verdicts(await grade({ a: tensor(a), b: tensor(right), n: null }))).toMatchObject({ b: 'right', n: 'empty' })
    const torn = await grade({ a: tensor(a), b: tensor(['?', '?', '?']), n: null })
    expect(verdicts(torn)).toMatchObject({ b: 'unreadable' })
  })
})

describe('a value that is out of all reach', () => {
  it('is wrong itself, and what comes after is judged as if it were not there', async () => {
    const far = a.map((value, k) => (k === 0 ? 1e12 : value))
    const right = x.map((value) => 6 * value)
    const sum = right.reduce((total, value) => total + value, 0)
    const grading = await certain({ a: tensor(far), b: tensor(right), n: number(sum) })
    expect(verdicts(grading)).toEqual({ a: 'partial', b: 'right', n: 'right' })
    const followed = await certain({ a: tensor(far), b: tensor(far.map((value) => 3 * value)), n: null })
    expect(fieldOf(followed, 'b')).toMatchObject({ verdict: 'partial', cells: ['wrong', 'right', 'right'] })
  })

  it('takes nothing from an answer that follows from another one', async () => {
    // b follows from nothing, n from b: that all of a is alike is no reason to call n cheap
    const slip = x.map((value, k) => 6 * value + (k === 1 ? 7 : 0))
    const sum = slip.reduce((total, value) => total + value, 0)
    const grading = await certain({ a: tensor(['1e12', '1e12', '1e12']), b: tensor(slip), n: number(sum) })
    expect(fieldOf(grading, 'n')).toMatchObject({ verdict: 'through', score: 1 })
  })

  it('begins at a thousand million times the largest right entry', async () => {
    const largest = 2 * Math.max(...x)
    const at = async (first: number) => {
      const own = a.map((value, k) => (k === 0 ? first : value))
      return fieldOf(await certain({ a: tensor(own), b: tensor(own.map((value) => 3 * value)), n: null }), 'b').verdict
    }
    expect(await at(1e9 * largest)).toBe('through')
    expect(await at(1.001e9 * largest)).toBe('partial')
  })
})
