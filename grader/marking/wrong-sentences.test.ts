import { describe, expect, it } from 'vitest'
import type { JudgedField } from '../question/fields.ts'
import type { Facts } from './judge-computed.ts'
import type { Reading } from './reading.ts'
import { readingOf, tensor } from './testing/reading.ts'
import { wrongMessage } from './wrong-message.ts'

const base = { name: 'y', label: 'y', points: 1, after: [], line: 1, column: 1, step: 'y' }
const size: JudgedField = { ...base, kind: 'shape', axes: [] }
const grid: JudgedField = { ...base, kind: 'tensor', decimals: 3, resizable: true }

function said(field: JudgedField, values: number[], truth: number[], more: Partial<Reading> = {}): string | null {
  const reading = readingOf(values, { decimals: values.map(() => 3), ...more })
  const facts = { field, reading, truth: tensor(...truth) }
  return wrongMessage(facts as Facts)
}

describe('what is said of a wrong shape', () => {
  it('is how many dimensions there are', () => {
    expect(said(size, [3, 4], [3, 4, 5])).toBe('The shape has 3 dimensions; you gave 2.')
    expect(said(size, [3, 4], [12])).toBe('The shape has 1 dimension; you gave 2.')
  })

  it('is that the sizes stand in another order', () => {
    expect(said(size, [4, 3], [3, 4])).toMatch(/another order/)
    expect(said(size, [4, 4], [3, 4])).toBeNull()
  })
})

describe('what is said of wrong values', () => {
  it('is that they are right, but to too few decimals', () => {
    const decimals = [1, 1]
    expect(said(grid, [0.1, 0.3], [0.1234, 0.25], { decimals })).toBe(
      'This is right to 1 decimal, but 3 were asked for.',
    )
    expect(said(grid, [0.12, 0.25], [0.1234, 0.2501], { decimals: [2, 2] })).toBe(
      'This is right to 2 decimals, but 3 were asked for.',
    )
    expect(said(grid, [5, 3], [5.4, 2.6], { decimals: [0, 0] })).toBe(
      'This is right to 0 decimals, but 3 were asked for.',
    )
  })

  it('goes by the coarsest cell, and each cell by its own decimals', () => {
    expect(said(grid, [0.1, 0.25], [0.1234, 0.2501], { decimals: [1, 2] })).toMatch(/1 decimal,/)
    expect(said(grid, [0.1, 0.25], [0.1234, 0.2561], { decimals: [1, 2] })).toBeNull()
  })

  it('is nothing where a cell is no rounding, or enough decimals were typed', () => {
    expect(said(grid, [0.2, 0.3], [0.1234, 0.25], { decimals: [1, 1] })).toBeNull()
    expect(said(grid, [0.123, 0.9], [0.1234, 0.25])).toBeNull()
    expect(said(grid, [0.1234, 0.25], [0.1234, 0.25], { decimals: [4, 4] })).toBeNull()
    expect(said(grid, [0.123, 0.25], [0.1234, 0.2501])).toBeNull()
  })

  it('leaves out cells that are blank or exact', () => {
    const blank = { decimals: [1, null], cells: ['filled', 'empty'] as const }
    expect(said(grid, [0.1, Number.NaN], [0.1234, 0.25], { ...blank, cells: [...blank.cells] })).toMatch(/1 decimal,/)
    // a fraction has no decimals: it counts as what was asked for
    expect(said(grid, [0.1, 1 / 3], [0.1234, 1 / 3], { decimals: [1, null] })).toMatch(/1 decimal,/)
    expect(said(grid, [1 / 3], [0.25], { decimals: [null] })).toBeNull()
    expect(said(grid, [1 / 3], [1 / 3], { decimals: [null] })).toBeNull()
  })

  it('is the right shape where that differs', () => {
    expect(said(grid, [1, 2], [1, 2], { shape: [2, 1] })).toMatch(/yours is 2×1/)
  })
})
