import { expect, it } from 'vitest'
import { messagesIn } from '../../messages/catalogue.ts'
import { changeText } from './change-text.ts'

it('a deadline that moved is said in minutes, one that came nearer by what is left', () => {
  const t = messagesIn('en')
  const minute = 60_000
  expect(changeText(t, 60 * minute, 70 * minute, 0)).toBe('You have 10 minutes more.')
  expect(changeText(t, 60 * minute, 61 * minute, 0)).toBe('You have one minute more.')
  expect(changeText(t, 60 * minute, 50 * minute, 10 * minute)).toBe('Your time was changed: 40 min left.')
  expect(changeText(t, 60 * minute, 60 * minute + 400, 0)).toBeNull()
  expect(changeText(t, 60 * minute, 50 * minute, 50 * minute)).toBeNull()
  expect(changeText(t, null, 60 * minute, 0)).toBeNull()
})
