import { describe, expect, it } from 'vitest'
import { gradeBatch } from '../marking/grade-submission.ts'
import type { GradingRow } from '../marking/sheet.ts'
import { desk, paperExecutors } from '../marking/testing/desk.ts'
import { gru } from '../marking/testing/questions.ts'
import { typed, work } from '../marking/testing/student.ts'
import type { QuestionGrading } from '../marking/verdict.ts'
import { outputsOf } from './outputs.ts'
import { receiptOf } from './receipt.ts'

const { variant, key } = desk(gru, 'receipt')
const answers = { ...typed(gru, variant, work(gru, variant, { alternative: 'swapped-update' })), o: null }
const row: GradingRow = { id: 'one', variant, key, answers }

async function grade(given: GradingRow): Promise<QuestionGrading> {
  const [only] = await gradeBatch(gru, [given], paperExecutors())
  if (!only) throw new Error('nothing was graded')
  return only.grading
}

/** As it comes back from a store of JSON, with its keys in another order. */
const stored = <T extends object>(value: T): T =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(value).toReversed())))

const grading = await grade(row)

describe('the receipt of a grading', () => {
  it('is the same again, and of what comes back from the store', async () => {
    expect(grading.receipt?.inputs).toMatch(/^[0-9a-f]{64}$/)
    expect((await grade(row)).receipt).toEqual(grading.receipt)
    expect(receiptOf(stored(row), outputsOf(stored(grading)))).toEqual(grading.receipt)
  })

  it('does not hang on when, where and how fast it was executed, nor on notes for staff', () => {
    const execution = { ...grading.execution, backend: 'webgpu', adapter: 'some GPU', milliseconds: 7 }
    const fields = grading.fields.map((field) => ({ ...field, staffNote: 'on webgpu' }))
    expect(receiptOf(row, outputsOf({ ...grading, execution, fields }))).toEqual(grading.receipt)
  })

  it('does not hang on the last digits, in which machines differ', () => {
    const moved = grading.fields.map((field) =>
      field.parsed
        ? { ...field, parsed: { ...field.parsed, data: field.parsed.data.map((x) => x * (1 + 2e-16)) } }
        : field,
    )
    expect(receiptOf(row, outputsOf({ ...grading, fields: moved }))).toEqual(grading.receipt)
  })

  it.each([
    ['a score', { score: 0.5 }],
    ['a verdict', { verdict: 'review' }],
    ['a name', { named: { id: 'other', says: '', kind: 'mistake' } }],
    ['points', { points: 3 }],
    ['a value as read', { parsed: { shape: [], data: [1.000001] } }],
    ['a sentence', { message: 'Well done.' }],
    ['what was added to gradings later', { surprise: 1 }],
  ] as const)('changes with %s', (_what, change) => {
    const fields = grading.fields.map((field, k) =>
      k === 1 ? { ...field, ...change } : field,
    ) as typeof grading.fields
    const { outputs } = receiptOf(row, outputsOf({ ...grading, fields }))
    expect(outputs).not.toBe(grading.receipt?.outputs)
  })

  it('tells which part of the inputs changed', () => {
    const outputs = outputsOf(grading)
    const before = receiptOf(row, outputs)
    const x = { shape: [2], data: [0, 0] }
    const others = [
      { ...row, answers: { ...answers, o: { kind: 'number', text: '1' } as const } },
      { ...row, variant: { ...variant, params: { ...variant.params, x } } },
      { ...row, variant: { ...variant, arrangement: { one: [1, 0] } } },
    ]
    for (const other of others) {
      const after = receiptOf(other, outputs)
      expect(after.inputs).not.toBe(before.inputs)
      expect([after.key, after.outputs]).toEqual([before.key, before.outputs])
    }
    const after = receiptOf({ ...row, key: { ...key, bands: { ...key.bands, o: [9, 9, 9] } } }, outputs)
    expect(after.key).not.toBe(before.key)
    expect(after.inputs).toBe(before.inputs)
  })
})
