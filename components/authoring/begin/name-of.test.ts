import { describe, expect, it } from 'vitest'
import { nameOf, withTitle } from './name-of.ts'

describe('a name out of a title', () => {
  it.each([
    ['One step of a GRU', 'one-step-of-a-gru'],
    ['  Größe & Maß?  ', 'gro-e-ma'],
    ['…', ''],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%s', (title, name) => {
    expect(nameOf(title)).toBe(name)
  })
})

describe('a text with another title', () => {
  it.each([
    ['A GRU', 'A GRU'],
    ['GRU: one step', '"GRU: one step"'],
    ['$& # x', '"$& # x"'],
    ['12', '"12"'],
  ])('%s', (title, written) => {
    expect(withTitle('---\ntitle: Untitled\n---\ntitle: not this', title)).toBe(
      `---\ntitle: ${written}\n---\ntitle: not this`,
    )
  })
})
