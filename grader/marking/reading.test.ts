import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { JudgedField } from '../question/fields.ts'
import { isComplete, readComputed } from './reading.ts'

const base = { name: 'y', label: 'y', points: 1, after: [], line: 1, column: 1, step: 'y' }
const number: JudgedField = { ...base, kind: 'number', decimals: 2 }
const shape: JudgedField = { ...base, kind: 'shape', axes: ['height', 'width', 'channels'] }
const grid = (resizable: boolean): JudgedField => ({ ...base, kind: 'tensor', decimals: 2, resizable })
const tensor = (cells: string[], of = [cells.length]): RawAnswer => ({ kind: 'tensor', shape: of, cells })

describe('a number as read', () => {
  it('has a value, its decimals and no message', () => {
    expect(readComputed(number, { kind: 'number', text: '-1.50' }, [])).toEqual({
      state: 'read',
      shape: [],
      values: [-1.5],
      cells: ['filled'],
      decimals: [2],
      message: null,
    })
  })

  it('is empty or unreadable, each in its own way', () => {
    expect(readComputed(number, null, [])).toMatchObject({ state: 'empty', values: [], cells: [], message: null })
    expect(readComputed(number, { kind: 'number', text: ' ' }, [])).toMatchObject({ state: 'empty', message: null })
    const torn = readComputed(number, { kind: 'number', text: 'x7' }, [])
    expect(torn).toMatchObject({ state: 'unreadable', values: [Number.NaN], cells: ['unreadable'], decimals: [null] })
    expect(torn.message).toMatch(/x7/)
  })

  it('is no other kind of answer', () => {
    expect(readComputed(number, { kind: 'shape', text: '3' }, [])).toEqual({
      state: 'unreadable',
      shape: [],
      values: [],
      cells: [],
      decimals: [],
      message: 'This field takes a number.',
    })
    expect(readComputed(shape, { kind: 'text', markdown: '3' }, [3])).toMatchObject({
      message: 'This field takes a shape.',
    })
  })
})

describe('a shape as read', () => {
  it('is exact in every dimension', () => {
    expect(readComputed(shape, { kind: 'shape', text: '14 × 15 × 32' }, [3])).toEqual({
      state: 'read',
      shape: [3],
      values: [14, 15, 32],
      cells: ['filled', 'filled', 'filled'],
      decimals: [0, 0, 0],
      message: null,
    })
  })

  it('follows names of axes', () => {
    expect(readComputed(shape, { kind: 'shape', text: 'C=32, H=14, W=15' }, [3]).values).toEqual([14, 15, 32])
  })

  it('says that a free dimension is none', () => {
    const free = readComputed(shape, { kind: 'shape', text: 'N × 14 × 15' }, [3])
    expect(free).toMatchObject({ state: 'read', values: [Number.NaN, 14, 15] })
    expect(free.message).toBe('Give every dimension as a number and leave the batch dimension out.')
  })

  it('is empty or unreadable', () => {
    expect(readComputed(shape, { kind: 'shape', text: '' }, [3])).toMatchObject({ state: 'empty', message: null })
    const torn = readComputed(shape, { kind: 'shape', text: '(3, 4' }, [3])
    expect(torn.state).toBe('unreadable')
    expect(torn.message).toMatch(/bracket/)
  })
})

describe('a grid as read', () => {
  it('keeps what was read beside what was not', () => {
    const read = readComputed(grid(false), tensor(['1.5', '', 'x', '2']), [4])
    expect(read).toMatchObject({
      state: 'read',
      shape: [4],
      values: [1.5, Number.NaN, Number.NaN, 2],
      cells: ['filled', 'empty', 'unreadable', 'filled'],
      decimals: [1, null, null, 0],
    })
    expect(read.message).toMatch(/x/)
    expect(isComplete(read)).toBe(false)
  })

  it('is unreadable where nothing of it can be read, and empty where nothing was written', () => {
    expect(readComputed(grid(false), tensor(['x', '']), [2]).state).toBe('unreadable')
    expect(readComputed(grid(false), tensor(['', ' ']), [2])).toMatchObject({ state: 'empty', message: null })
  })

  it('has the shape of the field, unless it may be resized', () => {
    const other = readComputed(grid(false), tensor(['1', '2', '3', '4'], [2, 2]), [4])
    expect(other).toMatchObject({ state: 'unreadable', message: 'The grid does not have the shape 4 of this field.' })
    expect(readComputed(grid(false), tensor(['1', '2'], [2]), [1, 2]).message).toMatch(/shape 1×2/)
    expect(readComputed(grid(true), tensor(['1', '2', '3', '4'], [2, 2]), [4])).toMatchObject({
      state: 'read',
      shape: [2, 2],
    })
  })

  it('has as many cells as its shape says', () => {
    expect(readComputed(grid(true), tensor(['1', '2', '3'], [2, 2]), [4]).state).toBe('unreadable')
    expect(readComputed(grid(false), tensor(['1', '2', '3'], [4]), [4]).state).toBe('unreadable')
  })

  it('is complete when every cell was read', () => {
    expect(isComplete(readComputed(grid(false), tensor(['1', '2']), [2]))).toBe(true)
    expect(isComplete(readComputed(grid(false), null, [2]))).toBe(false)
    expect(isComplete(readComputed(number, { kind: 'shape', text: '3' }, []))).toBe(false)
  })
})
