import { expect, it } from 'vitest'
import { parsed, questionWith } from '../question/testing/read-sample.ts'
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
