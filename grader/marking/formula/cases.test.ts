import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { conformFormulas } from '../../commands/conformance-formulas.ts'

const file = (name: string) => fileURLToPath(new URL(`cases/${name}`, import.meta.url))

describe('pairs of formulas as people type them', () => {
  it.each([
    ['formulas.json', 108],
    ['formulas-sympy.json', 200],
  ])('%s: every one is judged right in both notations', async (name, pairs) => {
    expect(await conformFormulas(file(name))).toEqual({ right: pairs, wrong: 0, falseAccepts: 0, failing: [] })
  })
})
