import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Notation, parseFormula } from '../../language/parse-formula.ts'
import type { FormulaSymbol } from '../../question/definition.ts'
import { compareFormulas } from './compare-formulas.ts'
import { symbolOf } from './testing/field.ts'

/** How people write one formula, what is not it, and what is none: by the symbols of three questions. */
interface Row {
  symbols: keyof typeof declared
  reference: string
  verdict: 'equal' | 'different' | 'error'
  text: string[]
  latex: string[]
}

const integer = (low: number, high: number): Partial<FormulaSymbol> => ({ domain: { low, high, integer: true } })
const real = (low: number, high: number): Partial<FormulaSymbol> => ({ domain: { low, high, integer: false } })
const all = (given: Record<string, Partial<FormulaSymbol>>) =>
  Object.entries(given).map(([name, more]) => symbolOf(name, more))

const declared = {
  s: all({
    ...{ x: {}, y: {}, z: {}, n: integer(1, 9), p: real(0.05, 0.95), a: real(0.1, 4), b: real(0.1, 4) },
    ...{ 'hat(y)': {}, 'tilde(c)': {}, x_1: {}, x_2: {}, alpha: real(0.1, 2), eta: real(0.1, 2), theta: {} },
    ...{ 'theta_{t-1}': {}, bias: {}, 'bar(x)': {}, "H'": integer(1, 60), epsilon: real(0.001, 0.1) },
    ...{ sigma: real(0.1, 2), mu: {}, sigma_out: {}, f: { function: null }, Phi: { function: 'Phi' } },
  }),
  c: all({
    ...{ W: integer(8, 64), F: integer(1, 7), P: integer(0, 3), S: integer(1, 4), W_in: integer(8, 64) },
    ...{ C_out: integer(1, 32), k_w: integer(1, 7), d: integer(1, 3), H: integer(8, 64), C_in: integer(1, 16) },
  }),
  m: all({
    ...{ W: { shape: ['d', 'k'] }, U: { shape: ['d', 'd'] }, x: { shape: ['k'] } },
    ...{ s: { shape: ['d'], aliases: ['s_{t-1}'] }, b: { shape: ['d'] }, h: { shape: ['d'] } },
    ...{ A: { shape: ['n', 'n'] }, B: { shape: ['n', 'n'] }, Q: { shape: ['m', 'r'] }, K: { shape: ['n', 'r'] } },
    ...{ V: { shape: ['n', 'v'] }, d_k: real(1, 64), sigma: { function: 'sigmoid' }, z: { shape: ['d'] } },
    ...{ 'tilde(h)': { shape: ['d'] }, g: {}, y: { shape: ['k'] }, 'hat(y)': { shape: ['k'] } },
    ...{ W_hh: { shape: ['d', 'd'] }, b_h: { shape: ['d'] }, W_1: { shape: ['d', 'k'] }, lambda: real(0.1, 2) },
  }),
}

const rows: Row[] = JSON.parse(readFileSync(new URL('cases/notations.json', import.meta.url), 'utf8'))

function judge(row: Row, source: string, notation: Notation): string {
  const symbols = declared[row.symbols]
  const wanted = parseFormula(row.reference, 'text', { symbols })
  if (!wanted.ok) throw new Error(wanted.problem.message)
  const given = parseFormula(source, notation, { symbols })
  return given.ok ? compareFormulas(wanted.value, given.value, symbols).verdict : 'error'
}

describe.each(rows.map((row) => [row.reference, row.verdict, row] as const))('%s: %s', (_, verdict, row) => {
  it.each(['text', 'latex'] as const)('as people write it in %s', (notation) => {
    const misjudged = row[notation].flatMap((source) => {
      const found = judge(row, source, notation)
      return found === verdict ? [] : [`${source} is ${found}`]
    })
    expect(misjudged).toEqual([])
  })
})
