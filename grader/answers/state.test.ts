import { describe, expect, it } from 'vitest'
import type { Field } from './field.ts'
import type { RawAnswer } from './raw-answer.ts'
import { readAnswer } from './state.ts'

const head = { name: 'x', label: 'x', points: 1 }
const option = (id: string) => ({ id, nodes: [] })
const number: Field = { ...head, kind: 'number', decimals: 3 }
const tensor: Field = { ...head, kind: 'tensor', shape: [3], resizable: false, decimals: 3 }
const choice: Field = { ...head, kind: 'choice', many: false, options: [option('a'), option('b')] }
const order: Field = { ...head, kind: 'order', lines: [option('a'), option('b')] }
const shape: Field = { ...head, kind: 'shape', length: 3, axes: [] }
const layers: Field = { ...head, kind: 'layers', input: [8, 8, 3], output: [2], parameterBudget: 100 }

describe('readAnswer', () => {
  it.each<[Field, RawAnswer | null, string]>([
    [number, null, 'empty'],
    [number, { kind: 'number', text: ' ' }, 'empty'],
    [number, { kind: 'number', text: '3,5' }, 'ok'],
    [number, { kind: 'number', text: '1,234' }, 'unreadable'],
    [number, { kind: 'shape', text: '3' }, 'unreadable'],
    [tensor, { kind: 'tensor', shape: [3], cells: ['', '', ''] }, 'empty'],
    [tensor, { kind: 'tensor', shape: [3], cells: ['1', '', '2'] }, 'ok'],
    [shape, { kind: 'shape', text: '3×x' }, 'unreadable'],
    [choice, { kind: 'choice', chosen: ['b'] }, 'ok'],
    [choice, { kind: 'choice', chosen: ['a', 'b'] }, 'unreadable'],
    [choice, { kind: 'choice', chosen: ['z'] }, 'unreadable'],
    [order, { kind: 'order', lines: ['b', 'a'] }, 'ok'],
    [order, { kind: 'order', lines: ['b', 'b'] }, 'unreadable'],
    [layers, { kind: 'layers', rows: [] }, 'empty'],
  ])('%j answered with %j is %s', (field, answer, state) => {
    const read = readAnswer(field, answer)
    expect(read.state).toBe(state)
    expect(read.message !== null).toBe(state === 'unreadable')
  })

  it('names only the cells that cannot be read', () => {
    const read = readAnswer(tensor, { kind: 'tensor', shape: [3], cells: ['1', 'x', ''] })
    expect(read.cells).toEqual([null, expect.stringContaining('x'), null])
  })
})
