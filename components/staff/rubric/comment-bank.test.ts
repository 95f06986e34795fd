import { expect, it } from 'vitest'
import { inserted, matching } from './comment-bank.ts'

it('finds comments by all words that were typed, in any order', () => {
  const all = [{ says: 'Lost the sign of $x$' }, { says: 'Sign right' }, { says: 'Units' }]
  expect(matching(all, 'SIGN').map(({ says }) => says)).toEqual(['Lost the sign of $x$', 'Sign right'])
  expect(matching(all, ' sign  lost')).toHaveLength(1)
  expect(matching(all, '')).toHaveLength(3)
})

it('puts a comment where the caret is, apart from the words around it', () => {
  expect(inserted('', 0, 0, 'Units?')).toEqual({ text: 'Units?', caret: 6 })
  expect(inserted('Well.', 5, 5, 'Units?')).toEqual({ text: 'Well.\nUnits?', caret: 12 })
  expect(inserted('Well. Bad.', 6, 6, 'Units?')).toEqual({ text: 'Well. Units?\nBad.', caret: 12 })
  expect(inserted('Well. Bad.', 6, 10, 'Units?')).toEqual({ text: 'Well. Units?', caret: 12 })
})
