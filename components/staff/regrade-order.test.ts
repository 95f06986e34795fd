import { describe, expect, it } from 'vitest'
import { inOrder, orderAfter, orderFrom } from './regrade-order.ts'

const rows = [
  { attemptId: '1', name: 'Ada', before: 5, after: 7 },
  { attemptId: '2', name: 'Ben', before: 9, after: 4 },
  { attemptId: '3', name: 'Chen', before: 1, after: 1 },
]
const names = (asked?: string) => inOrder(rows, orderFrom(asked)).map(({ name }) => name)

describe('the order of students', () => {
  it('has the biggest losses first where nothing, or nothing there is, is asked for', () => {
    expect(names()).toEqual(['Ben', 'Chen', 'Ada'])
    expect(names('password')).toEqual(['Ben', 'Chen', 'Ada'])
  })

  it('is by any column, either way', () => {
    expect(names('-difference')).toEqual(['Ada', 'Chen', 'Ben'])
    expect(names('before')).toEqual(['Chen', 'Ada', 'Ben'])
    expect(names('-after')).toEqual(['Ada', 'Ben', 'Chen'])
    expect(names('-student')).toEqual(['Chen', 'Ben', 'Ada'])
  })

  it('turns round where the column is asked for again', () => {
    expect(orderAfter(orderFrom('before'), 'before')).toBe('-before')
    expect(orderAfter(orderFrom('-before'), 'before')).toBe('before')
    expect(orderAfter(orderFrom('before'), 'after')).toBe('after')
  })
})
