import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import { fullnessOf, fullnessOfAll } from './fullness.ts'

const grid: Field = {
  name: 'm',
  label: 'm',
  points: 1,
  kind: 'tensor',
  shape: [2, 2],
  resizable: false,
  decimals: 3,
}

describe('how much was filled in', () => {
  it('calls a grid partly filled until every cell has something in it', () => {
    const value = (cells: string[]) => ({ kind: 'tensor' as const, shape: [2, 2], cells })
    expect(fullnessOf(grid, null)).toBe('empty')
    expect(fullnessOf(grid, value(['', ' ', '', '']))).toBe('empty')
    expect(fullnessOf(grid, value(['1', '', '', '']))).toBe('partly')
    expect(fullnessOf(grid, value(['1', '2', '3', 'x']))).toBe('full')
  })

  it('does not count an answer of another kind', () => {
    expect(fullnessOf(grid, { kind: 'number', text: '1' })).toBe('empty')
  })

  it('counts a blank text as empty', () => {
    const field: Field = { name: 'w', label: 'w', points: 2, kind: 'text', maximumLength: 100, upload: false }
    expect(fullnessOf(field, { kind: 'text', markdown: ' \n' })).toBe('empty')
  })

  it('sums a question up', () => {
    expect(fullnessOfAll(['full', 'full'])).toBe('full')
    expect(fullnessOfAll(['empty', 'empty'])).toBe('empty')
    expect(fullnessOfAll(['full', 'empty'])).toBe('partly')
    expect(fullnessOfAll([])).toBe('full')
  })
})
