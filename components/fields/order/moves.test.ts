import { describe, expect, it } from 'vitest'
import { moved, placed, removed } from './moves.ts'

describe('putting lines in order', () => {
  it('moves a line one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moved(['a'], 'x', 1)).toEqual(['a'])
  })

  it('places a line that was or was not in the order', () => {
    expect(placed(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
    expect(placed(['a', 'b'], 'x', 1)).toEqual(['a', 'x', 'b'])
  })

  it('takes a line out', () => {
    expect(removed(['a', 'b'], 'a')).toEqual(['b'])
  })
})
