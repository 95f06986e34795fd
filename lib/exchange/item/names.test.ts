import { expect, it } from 'vitest'
import { readLabel } from '../../../grader/question/label.ts'
import { labelOf } from './names.ts'

it.each(['costs $5 or $6', 'price in $', 'a*b*c', '`x`', 'a\\$ &amp; $x$'])(
  '%j as a label is just these words',
  (label) => {
    expect(readLabel(labelOf({ name: 'a', label }) ?? '')).toMatchObject({ label, problems: [] })
  },
)

it('a label that says nothing else stays as it is', () => {
  expect(labelOf({ name: 'a', label: '1. W_o (new)' })).toBe('1. W_o (new)')
  expect(labelOf({ name: 'answer_2', label: null })).toBe('Answer')
  expect(labelOf({ name: 'gap', label: null })).toBeNull()
})
