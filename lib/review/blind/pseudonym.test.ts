import { describe, expect, it } from 'vitest'
import { pseudonym } from './pseudonym.ts'

const key = Buffer.alloc(32, 1)

describe('a pseudonym', () => {
  it('can be spoken, and is the same every time', () => {
    expect(pseudonym(key, 'attempt', 'question')).toMatch(
      /^([A-Z][aiou][a-z][aiou][a-z])-([A-Z][aiou][a-z][aiou][a-z])$/,
    )
    expect(pseudonym(key, 'attempt', 'question')).toBe(pseudonym(Buffer.alloc(32, 1), 'attempt', 'question'))
  })

  it('cannot be followed to another question, and not be made without the key', () => {
    const names = [
      pseudonym(key, 'attempt', 'question'),
      pseudonym(key, 'attempt', 'another'),
      pseudonym(key, 'someone', 'question'),
      pseudonym(Buffer.alloc(32, 2), 'attempt', 'question'),
    ]
    expect(new Set(names).size).toBe(4)
  })

  it('is hardly ever shared in a class of two thousand', () => {
    const names = Array.from({ length: 2_000 }, (_, k) => pseudonym(key, `attempt ${k}`, 'question'))
    expect(new Set(names).size).toBe(2_000)
  })
})
