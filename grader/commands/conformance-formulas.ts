import { readFile } from 'node:fs/promises'
import { type Notation, parseFormula } from '../language/parse-formula.ts'
import { compareFormulas } from '../marking/formula/compare-formulas.ts'
import type { FormulaSymbol } from '../question/definition.ts'

/** A pair of formulas in both notations and what is to be said of them. */
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
  /** other names; `=ncdf` says which function a function symbol is */
  aliases?: string[]
}

export interface FormulaConformance {
  right: number
  wrong: number
  /** pairs called equal that are not */
  falseAccepts: number
  failing: string[]
}

/** What function names of the cases stand for in the library. */
const meanings: Record<string, string> = { ncdf: 'Phi', npdf: 'phi', logistic: 'sigmoid' }
const positive = { low: 0.05, high: 4, integer: false }

/** Longest a hostile case may compute, milliseconds. */
const patience = 250

/** Judges every case of a file in both notations. */
export async function conformFormulas(file: string): Promise<FormulaConformance> {
  const cases: FormulaCase[] = JSON.parse(await readFile(file, 'utf8'))
  const result: FormulaConformance = { right: 0, wrong: 0, falseAccepts: 0, failing: [] }
  for (const one of cases) {
    for (const notation of ['latex', 'text'] as const) {
      const before = process.cpuUsage()
      const found = judgeCase(one, notation)
      const { user, system } = process.cpuUsage(before)
      const slow = one.expected.startsWith('any verdict') && (user + system) / 1000 > patience
      if (!slow && meets(one.expected, found)) result.right += 1
      else {
        result.wrong += 1
        result.failing.push(`${one.id} ${notation}: ${slow ? 'too slow' : found}, expected ${one.expected}`)
        if (found === 'equal' && one.expected !== 'equal' && !slow) result.falseAccepts += 1
      }
    }
  }
  return result
}

function meets(expected: string, found: string): boolean {
  return expected.startsWith('any verdict') || found === expected
}

/** `equal`, `different`, `undecided`, or `error` where the answer is refused. */
export function judgeCase(one: FormulaCase, notation: Notation): string {
  const symbols = caseSymbols(one)
  const read = (source: string) => parseFormula(repeated(source), notation, { symbols })
  const [reference, answer] = one[notation]
  const wanted = read(reference)
  if (!wanted.ok) return `the reference is not read: ${wanted.problem.message}`
  const given = read(answer)
  if (!given.ok) return 'error'
  return compareFormulas(wanted.value, given.value, symbols, { seed: one.id }).verdict
}

/** A pattern that stands for thousands of itself. */
function repeated(source: string): string {
  const match = /^(.*?)…\(repeated\)$/su.exec(source)
  return match ? (match[1] ?? '').repeat(1000) : source
}

/** The symbols of a case; without any: positive scalars x, y, a and b. */
function caseSymbols({ symbols }: FormulaCase): FormulaSymbol[] {
  if (!symbols) {
    return ['x', 'y', 'a', 'b'].map((name) => ({ name, aliases: [], latex: null, shape: [], domain: positive }))
  }
  return Object.entries(symbols).map(([name, { kind, rows = 1, cols = 1, domain, aliases = [] }]): FormulaSymbol => {
    const meaning = aliases.find((alias) => alias.startsWith('='))?.slice(1)
    return {
      name,
      aliases: aliases.filter((alias) => !alias.startsWith('=')),
      latex: null,
      shape: kind === 'matrix' ? [rows, cols] : [],
      domain: { low: domain?.lo ?? -3, high: domain?.hi ?? 3, integer: domain?.int ?? false },
      ...(kind === 'function' ? { function: meaning === undefined ? null : (meanings[meaning] ?? meaning) } : {}),
    }
  })
}
