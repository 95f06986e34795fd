import { expect, it } from 'vitest'
import { newPassword } from './new-password.ts'

const owner = { email: 'Jean.Dupont-Moreau@uni.edu', name: 'Jean Dupont-Moreau' }
const taken = (typed: string | null) => newPassword(typed, owner)

it('a password that may be set is long, and is taken in one spelling', () => {
  expect(taken('correct horse')).toBe('correct horse')
  expect(taken('A\u030a'.repeat(10))).toBe('Å'.repeat(10))
  // ten signs that are twenty units of text, and five
  expect(taken('🐎'.repeat(10))).toHaveLength(20)
  for (const short of [null, '', 'too short', '🐎'.repeat(5), 'A\u030a'.repeat(9)])
    expect(() => taken(short)).toThrow('at least 10 characters')
})

it.each(['jean.dupont-moreau@uni.edu', 'JEAN.DUPONT-MOREAU', 'jean dupont-moreau'])(
  'what others know of its owner is none: %s',
  (known) => {
    expect(() => taken(known)).toThrow('your name or your address')
    expect(taken(`${known}!`)).toBe(`${known}!`)
  },
)
