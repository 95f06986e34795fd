import { describe, expect, it } from 'vitest'
import { ownValues } from './own-values.ts'

describe('a student’s values as read', () => {
  it('leave out what is blank or cannot be read', () => {
    const answer = { kind: 'tensor' as const, shape: [3], cells: ['0,5', '', 'x'] }
    expect(ownValues(answer, null)).toEqual({ shape: [3], data: [0.5, null, null] })
    expect(ownValues({ ...answer, cells: ['', '', ''] }, null)).toBeNull()
    expect(ownValues({ kind: 'number', text: '1e-3' }, null)).toEqual({ shape: [], data: [0.001] })
    expect(ownValues({ kind: 'number', text: 'about 3' }, null)).toBeNull()
  })

  it('are the grader’s own where it read the whole', () => {
    const parsed = { shape: [2], data: [3, 4] }
    const grading = { field: 'y', kind: 'shape', verdict: 'wrong' as const, score: 0, points: 1, parsed }
    expect(ownValues({ kind: 'shape', text: '3 x 4' }, grading)).toEqual(parsed)
  })
})
