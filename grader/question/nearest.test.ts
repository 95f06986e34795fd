import { expect, it } from 'vitest'
import { editDistance, nearest, suggestion } from './nearest.ts'

it('counts inserted, deleted, replaced and swapped letters', () => {
  expect(editDistance('points', 'points')).toBe(0)
  expect(editDistance('point', 'points')).toBe(1)
  expect(editDistance('ponits', 'points')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
})

it('finds the word that was meant and stays silent about strangers', () => {
  expect(nearest('decimal', ['points', 'decimals', 'label'])).toBe('decimals')
  expect(nearest('zzz', ['points', 'decimals'])).toBeNull()
  expect(suggestion('lable', ['label'])).toBe(' Did you mean “label”?')
})
