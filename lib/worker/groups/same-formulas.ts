import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Expression } from '../../../grader/language/ast.ts'
import { parseFormulaAnswer } from '../../../grader/language/parse-answer.ts'
import { printText } from '../../../grader/language/print-text.ts'
import { Comparer } from '../../../grader/marking/formula/comparer.ts'
import type { FormulaSymbol } from '../../../grader/question/definition.ts'
import type { SameFormulas } from '../../review/groups/make-groups.ts'
import { type Fingerprint, fingerprints, mayBeSame } from './fingerprint.ts'

export interface FormulaScopeOfField {
  name: string
  symbols: readonly FormulaSymbol[]
  target: string | null
}

type FormulaAnswer = Extract<RawAnswer, { kind: 'formula' }>

interface Known {
  /** place among the answers */
  place: number
  text: string
  expression: Expression | null
  print: Fingerprint | null
  comparer: Comparer | null
}

/** So long a formula is compared by its text alone. */
const longest = 1_000

/**
 * Which formulas say the same: those with the same values at a few fixed points may, and the comparison that also
 * grades them decides. What cannot be decided stays apart, as do formulas that cannot be read, unless they are written
 * the same.
 */
export function sameFormulasOf(field: FormulaScopeOfField): SameFormulas {
  return (formulas) => {
    const printOf = fingerprints(field.symbols)
    const read = formulas.map((formula, place) => readOne(field, formula, place))
    const copies = new Map<string, Known[]>()
    for (const one of read) copies.set(one.text, [...(copies.get(one.text) ?? []), one])
    // what many wrote leads, then what is short
    const distinct = [...copies].sort(
      ([a, of], [b, others]) => others.length - of.length || a.length - b.length || (a < b ? -1 : 1),
    )
    const result: number[] = new Array(formulas.length)
    const leaders: Known[] = []
    for (const [, all] of distinct) {
      const first = all[0] as Known
      if (first.expression) first.print = printOf(first.expression)
      const leader = leaders.find((other) => sayTheSame(field, other, first))
      if (!leader) leaders.push(first)
      for (const { place } of all) result[place] = (leader ?? first).place
    }
    return result
  }
}

function readOne({ symbols, target }: FormulaScopeOfField, formula: FormulaAnswer, place: number): Known {
  const none = { place, expression: null, print: null, comparer: null }
  const bare = formula.source.replace(/\s+/g, '')
  if (formula.source.length > longest) return { ...none, text: bare }
  const read = parseFormulaAnswer(formula.source, formula.notation, { symbols: [...symbols], target })
  return read.ok ? { ...none, text: printText(read.value), expression: read.value } : { ...none, text: bare }
}

function sayTheSame(field: FormulaScopeOfField, leader: Known, one: Known): boolean {
  if (!leader.expression || !one.expression) return false
  if (leader.print && one.print && !mayBeSame(leader.print, one.print)) return false
  // an equation is no value: it is compared as it stands
  if ((leader.print === null) !== (one.print === null) && !isEquation(leader) && !isEquation(one)) return false
  if (equals(field, leader, one.expression)) return true
  // solved for a name, or with that name on both sides: only one of the two can be the reference
  return isEquation(leader) && equals(field, one, leader.expression)
}

function equals({ name, symbols, target }: FormulaScopeOfField, reference: Known, answer: Expression): boolean {
  if (!reference.expression) return false
  reference.comparer ??= new Comparer([reference.expression], symbols, { target, seed: name })
  return reference.comparer.compare(0, reference.comparer.open(answer)).verdict === 'equal'
}

const isEquation = ({ expression }: Known) => expression?.kind === 'compare'
