import { expect, it } from 'vitest'
import { placesOf } from './places-of.ts'

it('a piece of text is found wherever it stands, by lines and columns', () => {
  expect(placesOf('a b\r\n  a a\n', 'a')).toEqual([
    { line: 1, column: 1, endLine: 1, endColumn: 2 },
    { line: 2, column: 3, endLine: 2, endColumn: 4 },
    { line: 2, column: 5, endLine: 2, endColumn: 6 },
  ])
  expect(placesOf('', 'a')).toEqual([])
})
