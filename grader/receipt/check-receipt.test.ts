import { describe, expect, it } from 'vitest'
import { gradeBatch } from '../marking/grade-submission.ts'
import type { GradingRow } from '../marking/sheet.ts'
import { desk, paperExecutors } from '../marking/testing/desk.ts'
import { gru } from '../marking/testing/questions.ts'
import { typed, work } from '../marking/testing/student.ts'
import { checkReceipt } from './check-receipt.ts'

const { variant, key } = desk(gru, 'check')
const row: GradingRow = { id: 'one', variant, key, answers: typed(gru, variant, work(gru, variant)) }
const [stored, again] = await Promise.all(
  [row, row].map(async (each) => (await gradeBatch(gru, [each], paperExecutors()))[0]!.grading),
)

describe('a receipt that is checked', () => {
  it('finds nothing where nothing was changed', () => {
    expect(checkReceipt(row, stored!, again!)).toEqual({ changed: [], differences: [] })
  })

  it('tells a result that was edited, by the digest and by what comes out again', () => {
    const fields = stored!.fields.map((field) => (field.field === 'c' ? { ...field, score: 0.5 } : field))
    expect(checkReceipt(row, { ...stored!, fields }, again!)).toEqual({
      changed: ['outputs'],
      differences: [{ at: 'fields.c.score', before: '0.5', after: '1' }],
    })
  })

  it('tells answers and keys that were edited', () => {
    const other = { ...row, answers: { ...row.answers, o: null }, key: { ...key, deviation: { o: 1 } } }
    expect(checkReceipt(other, stored!, again!).changed).toEqual(['inputs', 'key'])
  })

  it('compares without a receipt too', () => {
    const { receipt: _receipt, ...bare } = stored!
    expect(checkReceipt(row, { ...bare, firstWrongStep: 'o' }, again!)).toEqual({
      changed: [],
      differences: [{ at: 'firstWrongStep', before: '"o"', after: 'null' }],
    })
  })
})
