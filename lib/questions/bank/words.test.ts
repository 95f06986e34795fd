import { expect, it } from 'vitest'
import { keptWords, wordsOf } from './words.ts'

it('finds words whatever their accents, capitals and signs', () => {
  expect(wordsOf('Élan vital: 3×3-Faltung, élan!')).toEqual(['elan', 'vital', '3', 'faltung'])
  expect(wordsOf('  ')).toEqual([])
})

it('keeps whole words only, up to a length', () => {
  expect(keptWords(['One two', 'two three'])).toBe(' one two three')
  expect(keptWords(['alpha beta gamma'], 12)).toBe(' alpha beta')
})
