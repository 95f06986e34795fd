import { expect, it } from 'vitest'
import { rankOf } from './rank.ts'

it.each([
  ['nothing', [], 0],
  [
    'zeros',
    [
      [0, 0],
      [0, 0],
    ],
    0,
  ],
  ['one column', [[0, 3]], 1],
  [
    'independent columns',
    [
      [1, 2],
      [3, 4],
    ],
    2,
  ],
  [
    'columns that are multiples',
    [
      [1, 2],
      [2, 4],
    ],
    1,
  ],
  [
    'columns whose first entries are zero',
    [
      [0, 1],
      [2, 0],
    ],
    2,
  ],
  [
    'a sum of two others',
    [
      [1, 0, 2],
      [0, 1, 3],
      [1, 1, 5],
    ],
    2,
  ],
  [
    'three that turn into each other',
    [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ],
    3,
  ],
  [
    'more columns than rows',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    2,
  ],
  [
    'more rows than columns',
    [
      [1, 2, 3],
      [2, 4, 6.5],
    ],
    2,
  ],
  [
    'negative entries',
    [
      [-4, 2],
      [2, -1],
    ],
    1,
  ],
  [
    'what is nearly a multiple',
    [
      [1e6, 2e6],
      [1e6, 2e6 + 1e-4],
    ],
    1,
  ],
  [
    'what is a little off',
    [
      [1e6, 2e6],
      [1e6, 2e6 + 1],
    ],
    2,
  ],
  [
    'small numbers',
    [
      [1e-6, 0],
      [0, 1e-6],
    ],
    2,
  ],
])('the rank of %s', (_what, columns, rank) => {
  expect(rankOf(columns)).toBe(rank)
})

it('leaves the columns as they were', () => {
  const columns = [
    [1, 2],
    [3, 4],
  ]
  rankOf(columns)
  expect(columns).toEqual([
    [1, 2],
    [3, 4],
  ])
})
