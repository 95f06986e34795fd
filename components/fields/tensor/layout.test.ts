import { describe, expect, it } from 'vitest'
import { laidInto, layoutOf, resized, stepTo } from './layout.ts'

const key = (name: string, more = {}) => ({
  key: name,
  shift: false,
  control: false,
  atStart: true,
  atEnd: true,
  ...more,
})

describe('a tensor on the page', () => {
  it('sets a short vector down, a long one across, and more than two axes as slices', () => {
    expect(layoutOf([])).toMatchObject({ rows: 1, columns: 1 })
    expect(layoutOf([3])).toMatchObject({ rows: 3, columns: 1, along: 'down' })
    expect(layoutOf([9])).toMatchObject({ rows: 1, columns: 9, along: 'across' })
    expect(layoutOf([2, 3])).toMatchObject({ rows: 2, columns: 3, slices: [[]] })
    expect(layoutOf([2, 2, 4, 5])).toMatchObject({
      rows: 4,
      columns: 5,
      slices: [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
    })
  })

  it('is walked with the arrow keys, Enter, Home and End', () => {
    const grid = layoutOf([3, 3])
    expect(stepTo(grid, 4, key('ArrowUp'))).toBe(1)
    expect(stepTo(grid, 4, key('ArrowDown'))).toBe(7)
    expect(stepTo(grid, 4, key('Enter'))).toBe(7)
    expect(stepTo(grid, 4, key('Enter', { shift: true }))).toBe(1)
    expect(stepTo(grid, 4, key('ArrowRight'))).toBe(5)
    expect(stepTo(grid, 4, key('Home'))).toBe(3)
    expect(stepTo(grid, 4, key('End'))).toBe(5)
    expect(stepTo(grid, 4, key('End', { control: true }))).toBe(8)
    expect(stepTo(grid, 0, key('ArrowUp'))).toBeNull()
    expect(stepTo(grid, 8, key('ArrowRight'))).toBeNull()
  })

  it('leaves a cell sideways only at the edge of its text', () => {
    const grid = layoutOf([3, 3])
    expect(stepTo(grid, 4, key('ArrowLeft', { atStart: false }))).toBeNull()
    expect(stepTo(grid, 4, key('ArrowRight', { atEnd: false }))).toBeNull()
    expect(stepTo(grid, 4, key('Home', { atStart: false }))).toBeNull()
  })

  it('keeps what still fits when it is resized', () => {
    expect(resized(['1', '2', '3', '4'], [2, 2], [2, 3])).toEqual(['1', '2', '', '3', '4', ''])
    expect(resized(['1', '2', '3', '4', '5', '6'], [2, 3], [1, 2])).toEqual(['1', '2'])
  })

  it('takes a pasted block as a whole or from a cell on', () => {
    const grid = { shape: [2, 3], cells: ['a', 'b', 'c', 'd', 'e', 'f'] }
    expect(laidInto(grid, 4, { shape: [2, 3], cells: ['1', '2', '3', '4', '5', '6'] })?.join('')).toBe('123456')
    expect(laidInto(grid, 1, { shape: [2, 2], cells: ['1', '2', '3', '4'] })?.join('')).toBe('a12d34')
    expect(laidInto(grid, 3, { shape: [2], cells: ['1', '2'] })?.join('')).toBe('abc12f')
    expect(laidInto(grid, 2, { shape: [2, 2], cells: ['1', '2', '3', '4'] })).toBeNull()
  })

  it('takes a row for a column', () => {
    const column = { shape: [3], cells: ['', '', ''] }
    expect(laidInto(column, 0, { shape: [1, 3], cells: ['1', '2', '3'] })).toEqual(['1', '2', '3'])
    expect(laidInto(column, 1, { shape: [2], cells: ['1', '2'] })).toEqual(['', '1', '2'])
  })
})
