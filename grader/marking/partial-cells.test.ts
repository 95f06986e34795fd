import { describe, expect, it } from 'vitest'
import { floatNoise } from './distance.ts'
import { cellsWithin, partialShare } from './partial-credit.ts'
import type { Reading } from './reading.ts'

type Cell = number | '' | '?'

const reading = (cells: Cell[], shape = [cells.length]): Reading => ({
  state: 'read',
  shape,
  values: cells.map((cell) => (typeof cell === 'number' ? cell : Number.NaN)),
  cells: cells.map((cell) => (typeof cell === 'number' ? 'filled' : cell === '' ? 'empty' : 'unreadable')),
  decimals: cells.map(() => 2),
  message: null,
})
const value = (...data: number[]) => ({ shape: [data.length], data })

describe('cells within the band of a value', () => {
  it('are those whose own band reaches them, edge included', () => {
    const bands = [0.5, 0.5, 0.01]
    expect(cellsWithin(reading([1.5, 2.6, 3.02]), value(1, 2, 3), bands)).toEqual([true, false, false])
    const edge = 0.5 + floatNoise(0)
    expect(cellsWithin(reading([edge, -edge]), value(0, 0), [0.5, 0.5])).toEqual([true, true])
  })

  it('are none of another shape, and none that was not filled', () => {
    expect(cellsWithin(reading([1, 2], [2, 1]), value(1, 2), [0, 0])).toEqual([false, false])
    const kept = { ...reading([1, 2]), cells: ['empty' as const, 'filled' as const] }
    expect(cellsWithin(kept, value(1, 2), [0, 0])).toEqual([false, true])
  })
})

describe('the share of a tensor', () => {
  const share = (cells: Cell[], right: number[], bands = right.map(() => 0)) => {
    const read = reading(cells)
    return partialShare(read, cellsWithin(read, value(...right), bands), value(...right), bands)
  }

  it('is the right cells of all cells where no value repeats', () => {
    expect(share([1, 2, 9, 8], [1, 2, 3, 4])).toBe(0.5)
    expect(share(['', '', 3, ''], [1, 2, 3, 4])).toBe(0.25)
    expect(share(['?', 2, 3, ''], [1, 2, 3, 4])).toBe(0.5)
  })

  it('is nothing without cells, and nothing for as many cells as the value does not have', () => {
    expect(partialShare(reading([]), [], value(), [])).toBe(0)
    expect(partialShare(reading([1, 2]), [true, true], value(1, 2, 3), [0, 0, 0])).toBe(0)
    expect(partialShare(reading([1, 2, 3]), [true, true, true], value(1, 2), [0, 0])).toBe(0)
  })

  it('takes out what a value that fills half of the grid would earn alone', () => {
    // 5 stands in exactly half of the cells and is right in one of them
    expect(share([5, 5, 3, 4], [5, 2, 3, 4])).toBeCloseTo((3 - 1) / (4 - 1))
    // in less than half it is an answer like any other
    expect(share([5, 5, 3, 4, 6], [5, 2, 3, 4, 6])).toBeCloseTo(4 / 5)
    // it would be right in two cells, wherever it was typed
    expect(share([5, 5, 5, 4], [5, 5, 3, 4])).toBeCloseTo((3 - 2) / (4 - 2))
  })

  it('takes a single zero for a repeated value, another single number not', () => {
    expect(share([0, 7], [0, 7])).toBeCloseTo((2 - 1) / (2 - 1))
    expect(share([0, 9], [0, 7])).toBe(0)
    expect(share([7, 9], [7, 8])).toBe(0.5)
  })

  it('pays nothing for a lone zero among blanks, and its cell for any other lone number', () => {
    expect(share([0, '', '', ''], [0, 1, 2, 3])).toBe(0)
    expect(share([3, '', '', ''], [3, 1, 2, 0])).toBe(0.25)
    expect(share([0, '', 2, ''], [0, 1, 2, 3])).toBeCloseTo(2 / 4)
  })

  it('is never below nothing', () => {
    expect(share([0, 0, 0, 9], [1, 0, 2, 0])).toBe(0)
  })

  it('counts by bands, the edge included', () => {
    // 1.5 stands everywhere and is within the band of the first two
    expect(share([1.5, 1.5, 1.5], [1, 2, 9], [0.5, 0.5, 0.5])).toBe(0)
    expect(share([1.5, 1.5, 9], [1, 2, 9], [0.5, 0.5, 0.5])).toBe(1)
    const edge = 0.5 + floatNoise(0)
    expect(share([edge, edge, 3], [0, 7, 9], [0.5, 0.5, 0.5])).toBe(0)
  })

  it('pays by the cells where the whole value is one number', () => {
    expect(share([4, 4, '', 4], [4, 4, 4, 4])).toBe(0.75)
  })
})
