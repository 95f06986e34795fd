import { describe, expect, it } from 'vitest'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Saved } from './engine/protocol.ts'
import { countsOf, progressOf } from './progress.ts'

const question: PaperQuestion = {
  slug: 'gru',
  title: 'A GRU',
  points: 2,
  nodes: [],
  fields: ['a', 'b'].map((name) => ({ name, label: name, points: 1, kind: 'number', decimals: 3 })),
}
const progress = (saved: Record<string, Saved>) =>
  progressOf(
    question,
    (key) => saved[key] ?? null,
    () => 0,
  )
const one = { kind: 'number' as const, text: '1' }

describe('how far a student is', () => {
  it('is told question by question', () => {
    expect(progress({})).toMatchObject({ fullness: 'empty', flagged: false })
    expect(progress({ 'gru.a': one })).toMatchObject({ fullness: 'partly' })
    expect(progress({ 'gru.a': one, 'gru.b': one, 'gru#flag': { kind: 'flag', on: true } })).toMatchObject({
      fullness: 'full',
      flagged: true,
    })
  })

  it('is counted', () => {
    const counts = countsOf([progress({}), progress({ 'gru.a': one, 'gru#flag': { kind: 'flag', on: true } })])
    expect(counts).toEqual({ full: 0, partly: 1, empty: 1, flagged: 1 })
  })
})
