import { describe, expect, it } from 'vitest'
import type { Executors } from '../backends/executor.ts'
import { type GradingRow, gradeBatch } from './grade-submission.ts'
import { openSheet } from './sheet.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { gru } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'
import { findTwins, likeTwin } from './twins.ts'

const { variant, key } = desk(gru, 'twins')
const answers = typed(gru, variant, work(gru, variant, { alternative: 'swapped-update', write: rounded(3) }))
const row = (id: string, change: Partial<GradingRow> = {}): GradingRow => ({ id, variant, key, answers, ...change })

/** Counts the rows that the executors were given. */
function counting(): { executors: Executors; rows: () => number } {
  const executors = paperExecutors()
  let count = 0
  const { float64 } = executors
  const counted: Executors['float64'] = {
    name: 'float64',
    run(plan, batch) {
      count += batch.rows
      return float64.run(plan, batch)
    },
  }
  return { executors: { ...executors, float64: counted }, rows: () => count }
}

describe('rows that say the same', () => {
  it('are those of one variant with the same computed answers', () => {
    const other = { ...answers, o: null }
    const { first, placeOf } = findTwins(gru, [
      row('a'),
      row('b'),
      row('c', { answers: other }),
      row('d', { answers: structuredClone(answers) }),
      row('e', { variant: { ...variant } }),
      row('f', { key: { ...key } }),
      row('g'),
    ])
    expect(placeOf).toEqual([0, 0, 1, 0, 2, 3, 0])
    expect(first.map(({ id }) => id)).toEqual(['a', 'c', 'e', 'f'])
  })

  it('are executed once, and each has a grading of its own', async () => {
    const alone = counting()
    const [one] = await gradeBatch(gru, [row('one')], alone.executors)
    const together = counting()
    const many = await gradeBatch(
      gru,
      ['one', 'two', 'three'].map((id) => row(id)),
      together.executors,
    )
    expect(together.rows()).toBe(alone.rows())
    expect(many.map(({ id }) => id)).toEqual(['one', 'two', 'three'])
    for (const { grading } of many) {
      expect({ ...grading, execution: null }).toEqual({ ...one?.grading, execution: null })
    }
    const [first, second] = many
    expect(first?.grading.fields[0]).not.toBe(second?.grading.fields[0])
  })

  it('share the execution of the reference, whatever was answered', async () => {
    const blank = counting()
    const unread = { o: { kind: 'text' as const, markdown: 'x' } }
    await gradeBatch(gru, [row('a', { answers: {} }), row('b', { answers: unread })], blank.executors)
    expect(blank.rows()).toBe(1)
  })

  it('need no run of what follows where all is right', async () => {
    const right = counting()
    const good = typed(gru, variant, work(gru, variant, { write: rounded(3) }))
    await gradeBatch(gru, [row('a', { answers: good })], right.executors)
    expect(right.rows()).toBe(1)
  })
})

it('a twin has the same gradings, each an object of its own', () => {
  const first = openSheet(gru, row('a'))
  const grading = { field: 'o', kind: 'tensor', verdict: 'right', score: 1, points: 1 } as const
  first.gradings.set('o', grading)
  const twin = likeTwin(row('b'), first)
  expect(twin.row.id).toBe('b')
  expect(twin.findings).toBe(first.findings)
  expect(twin.gradings).toEqual(first.gradings)
  expect(twin.gradings.get('o')).not.toBe(grading)
})
