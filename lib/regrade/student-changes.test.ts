import { describe, expect, it } from 'vitest'
import type { Standing } from './points-now.ts'
import { studentChanges } from './student-changes.ts'

const attempt = (personId: string, number: number, points: number): Standing => {
  const id = `${personId}${number}`
  return { submissionId: id, attemptId: id, personId, number, points }
}
const changes = (best: boolean, differences: Record<string, number>, ...standings: Standing[]) =>
  studentChanges(standings, new Map(Object.entries(differences)), best)

describe('what everybody has before and after', () => {
  it('is of the newest attempt, whatever becomes of earlier ones, whichever row comes first', () => {
    const [first, second] = [attempt('ada', 1, 8), attempt('ada', 2, 3)]
    const expected = [{ attemptId: 'ada2', before: 3, after: 3 }]
    expect(changes(false, { ada1: -8 }, first, second)).toEqual(expected)
    expect(changes(false, { ada1: -8 }, second, first)).toEqual(expected)
    expect(changes(false, { ada1: -8, ada2: 1.5 }, first, second)).toMatchObject([{ before: 3, after: 4.5 }])
  })

  it('is of the best attempt, which may be another one afterwards; of equals the newer counts', () => {
    const [first, second] = [attempt('ada', 1, 8), attempt('ada', 2, 3)]
    expect(changes(true, { ada1: -6 }, first, second)).toEqual([{ attemptId: 'ada2', before: 8, after: 3 }])
    expect(changes(true, { ada2: 5 }, first, second)).toEqual([{ attemptId: 'ada2', before: 8, after: 8 }])
    expect(changes(true, { ada2: 4.99 }, second, first)).toEqual([{ attemptId: 'ada1', before: 8, after: 8 }])
  })

  it('names everybody once, the biggest losses first', () => {
    const all = [attempt('ada', 1, 1), attempt('ben', 1, 5), attempt('ben', 2, 5), attempt('chen', 1, 4)]
    expect(changes(false, { ada1: 1, ben2: -2, chen1: 0 }, ...all).map(({ attemptId }) => attemptId)).toEqual([
      'ben2',
      'chen1',
      'ada1',
    ])
  })
})
