import { expect, it } from 'vitest'
import { parsed, questionWith } from '../question/testing/read-sample.ts'
import { isCopied } from './copied.ts'
import { desk, fieldOf } from './testing/desk.ts'

const lines = 'parameters:\n  x: [3, -1, 2, 4]\n  w: [1, 2, 3, 5]\nreference:\n  y: relu(x)'
const { grade } = desk(parsed(questionWith(lines)), 'copied')
const typed = (...cells: number[]) => grade({ y: { kind: 'tensor', shape: [4], cells: cells.map(String) } })

it('earns nothing for what was only copied, though some of it is right', async () => {
  const copied = fieldOf(await typed(3, -1, 2, 4), 'y')
  expect(copied).toMatchObject({ verdict: 'wrong', score: 0, cells: ['right', 'wrong', 'right', 'right'] })
})

it('earns what is right in any other answer', async () => {
  expect(fieldOf(await typed(3, -2, 2, 4), 'y')).toMatchObject({ verdict: 'partial', score: 0.75 })
  expect(fieldOf(await typed(3, 0, 2, 4), 'y')).toMatchObject({ verdict: 'right', score: 1 })
  const blank = await grade({ y: { kind: 'tensor', shape: [4], cells: ['3', '', '2', '4'] } })
  expect(fieldOf(blank, 'y').score).toBe(0.75)
})

it('is a grid that holds nothing but the numbers of one parameter, all of them, in their order', () => {
  const params = { w: { shape: [2], data: [7, 8] }, x: { shape: [2, 2], data: [3, -1, 2, 4] } }
  const copied = (values: number[], cell: 'filled' | 'empty' = 'filled', state: 'read' | 'unreadable' = 'read') => {
    const cells = values.map((_, k) => (k === 0 ? cell : 'filled'))
    return isCopied({ state, shape: [values.length], values, cells, decimals: [], message: null }, { params })
  }
  expect(copied([3, -1, 2, 4])).toBe(true)
  expect(copied([7, 8])).toBe(true)
  expect(copied([8, 7])).toBe(false)
  expect(copied([3, -1, 2, 5])).toBe(false)
  expect(copied([3, -1, 2])).toBe(false)
  expect(copied([7, 8, 9])).toBe(false)
  expect(copied([3, -1, 2, 4], 'empty')).toBe(false)
  expect(copied([3, -1, 2, 4], 'filled', 'unreadable')).toBe(false)
})

it('is no number alone: it may be the right one', () => {
  const params = { n: { shape: [1], data: [5] } }
  const reading = {
    state: 'read' as const,
    shape: [1],
    values: [5],
    cells: ['filled' as const],
    decimals: [0],
    message: null,
  }
  expect(isCopied(reading, { params })).toBe(false)
})
