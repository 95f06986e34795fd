import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FormulaSymbol } from '../../../grader/question/definition.ts'
import { sameFormulasOf } from './same-formulas.ts'

interface FormulaCase {
  id: string
  expected: string
  latex: [string, string]
  text: [string, string]
  symbols?: Record<string, CaseSymbol>
}
interface CaseSymbol {
  kind: 'scalar' | 'matrix' | 'function'
  rows?: number | string
  cols?: number | string
  domain?: { lo: number; hi: number; int?: boolean }
  aliases?: string[]
}

const meanings: Record<string, string> = { ncdf: 'Phi', npdf: 'phi', logistic: 'sigmoid' }
const scalar = (name: string, low = 0.05, high = 4): FormulaSymbol => ({
  name,
  aliases: [],
  latex: null,
  shape: [],
  domain: { low, high, integer: false },
})

function symbolsOf({ symbols }: FormulaCase): FormulaSymbol[] {
  if (!symbols) return ['x', 'y', 'a', 'b'].map((name) => scalar(name))
  return Object.entries(symbols).map(([name, { kind, rows = 1, cols = 1, domain, aliases = [] }]) => {
    const meaning = aliases.find((alias) => alias.startsWith('='))?.slice(1)
    return {
      ...scalar(name, domain?.lo ?? -3, domain?.hi ?? 3),
      aliases: aliases.filter((alias) => !alias.startsWith('=')),
      shape: kind === 'matrix' ? [rows, cols] : [],
      ...(kind === 'function' ? { function: meaning === undefined ? null : (meanings[meaning] ?? meaning) } : {}),
    }
  })
}

const cases = (name: string): FormulaCase[] =>
  JSON.parse(readFileSync(new URL(`../../../grader/marking/formula/cases/${name}`, import.meta.url), 'utf8'))

const typed = (notation: 'text' | 'latex', source: string) => ({ kind: 'formula' as const, notation, source })
const classesOf = (one: FormulaCase) =>
  sameFormulasOf({ name: one.id, symbols: symbolsOf(one), target: null })([
    ...one.latex.map((source) => typed('latex', source)),
    ...one.text.map((source) => typed('text', source)),
  ])

describe('formulas that say the same', () => {
  it.each(['formulas.json', 'formulas-sympy.json'])(
    '%s: equal ones are together, others apart, in both notations',
    (name) => {
      const failing: string[] = []
      for (const one of cases(name).filter(({ expected }) => expected === 'equal' || expected === 'different')) {
        const [a, b, c, d] = classesOf(one)
        const apart = a !== b && c !== d && a !== d && b !== c
        if (one.expected === 'equal' ? !(a === b && b === c && c === d) : !apart) failing.push(one.id)
      }
      expect(failing).toEqual([])
    },
  )

  it('hostile and unreadable ones are over soon, and stand by what was typed', () => {
    const started = performance.now()
    for (const one of cases('formulas.json').filter(({ expected }) => expected !== 'equal' && expected !== 'different'))
      classesOf({ ...one, text: [one.text[0].slice(0, 60_000), one.text[1].slice(0, 60_000)] })
    expect(performance.now() - started).toBeLessThan(10_000)
    const field = { name: 'f', symbols: [scalar('x')], target: null }
    expect(sameFormulasOf(field)([typed('text', 'x +'), typed('text', 'x+'), typed('text', 'x + q')])).toEqual([
      0, 0, 2,
    ])
  })

  it('are found in a class, whatever the order', () => {
    const field = { name: 'f', symbols: [scalar('n')], target: 'y' }
    const sources = ['n/2 - 1', '(n-2)/2', 'y = 0.5 n - 1', 'n/2 + 1', '\\frac{n}{2} - 1', 'n - 2', '2 y = n - 2']
    const found = sameFormulasOf(field)(sources.map((source) => typed('text', source)))
    expect(found.map((place) => place === found[0])).toEqual([true, true, true, false, true, false, true])
    const turned = sameFormulasOf(field)([...sources].reverse().map((source) => typed('text', source))).reverse()
    expect(turned.map((place) => place === turned[0])).toEqual(found.map((place) => place === found[0]))
  })
})
