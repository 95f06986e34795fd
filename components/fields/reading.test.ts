import { describe, expect, it } from 'vitest'
import { readAnswer } from './reading.ts'

const symbols = [{ name: 'x', latex: 'x', aliases: [], shape: [] }]
const field = { name: 'gelu', label: 'GELU', points: 1, kind: 'formula' as const, symbols, functions: [], target: null }
const answer = (source: string) => ({ kind: 'formula' as const, notation: 'text' as const, source })

describe('a formula while it is typed', () => {
  it('is warned of what may not be used, and of what can be written shorter', () => {
    const form = { allow: [], forbid: ['erf'], simplified: true }
    expect(readAnswer({ ...field, form }, answer('x Phi(x)'))).toMatchObject({ state: 'read', warnings: [] })
    expect(readAnswer({ ...field, form }, answer('erf(x) + x + x'))).toMatchObject({
      warnings: ['erf may not be used here.', '“erf(x) + x + x” can be simplified.'],
    })
  })

  it('is only read where nothing is demanded', () => {
    expect(readAnswer(field, answer('erf(x) + x + x'))).toMatchObject({ state: 'read', warnings: [] })
  })
})
