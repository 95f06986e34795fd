import { expect, it } from 'vitest'
import { markAt, newMarkId, strokeOf } from './marks.ts'
import type { Mark, Point } from './shown-page.ts'

const marks: Mark[] = [
  {
    kind: 'pen',
    id: 'pen',
    points: [
      [0.1, 0.1],
      [0.5, 0.1],
    ],
  },
  { kind: 'box', id: 'box', from: [0.6, 0.6], to: [0.9, 0.9] },
  { kind: 'highlight', id: 'high', from: [0.4, 0.55], to: [0.1, 0.5] },
  { kind: 'note', id: 'note', at: [0.95, 0.05], text: 'x' },
]

it('the mark that is meant is the nearest, where one is near', () => {
  const meant = (x: number, y: number, ratio = 1) => markAt(marks, [x, y], ratio)?.id
  expect(meant(0.3, 0.11)).toBe('pen')
  expect(meant(0.6, 0.7)).toBe('box')
  expect(meant(0.75, 0.75)).toBeUndefined()
  expect(meant(0.2, 0.52)).toBe('high')
  expect(meant(0.94, 0.06)).toBe('note')
  // on a tall page a share of the height is a longer way
  expect(meant(0.3, 0.12)).toBe('pen')
  expect(meant(0.3, 0.12, 2)).toBeUndefined()
})

it('a stroke keeps its ends, and no more points than can be kept', () => {
  const long: Point[] = Array.from({ length: 5_000 }, (_, k) => [k / 4_999, 1.5])
  const kept = strokeOf(long)
  expect(kept.length).toBeLessThanOrEqual(600)
  expect([kept[0], kept.at(-1)]).toEqual([
    [0, 1],
    [1, 1],
  ])
})

it('marks have names that the server takes', () => {
  const ids = Array.from({ length: 500 }, newMarkId)
  expect(ids.every((id) => /^[a-z0-9]{6,24}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(500)
})
