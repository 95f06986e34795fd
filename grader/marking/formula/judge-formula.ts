import { formFaults } from '../../language/form/form.ts'
import { parseFormulaAnswer } from '../../language/parse-answer.ts'
import type { AnswerField } from '../../question/definition.ts'
import type { Comparer, FormulaVerdict, OpenAnswer } from './comparer.ts'
import { comparerOf } from './comparers.ts'
import type { Counterexample } from './counterexample.ts'
import type { Evidence } from './evidence.ts'

export type FormulaField = Extract<AnswerField, { kind: 'formula' }>

export interface FormulaGrading {
  verdict: 'right' | 'partial' | 'mistake' | 'wrong' | 'unreadable' | 'review'
  /** 0..1; null while a human must decide */
  score: number | null
  named?: { id: string; says: string; kind: 'mistake' }
  message?: string
  /** a point at which the answer differs; it tells the right value */
  counterexample?: Counterexample
}

/** A grading with what a second execution must agree with before it counts. */
export interface JudgedFormula {
  grading: FormulaGrading
  /** what was executed of the answer */
  evidence: Evidence[]
  /** which references decided */
  references: number[]
}

/** Grades a typed formula: right in any correct form, else a named mistake, else wrong; undecided goes to a human. */
export function judgeFormula(field: FormulaField, raw: { notation: 'text' | 'latex'; source: string }): JudgedFormula {
  const { target, symbols } = field
  const read = parseFormulaAnswer(raw.source, raw.notation, { symbols, target })
  if (!read.ok) {
    const grading: FormulaGrading = { verdict: 'unreadable', score: 0, message: read.problem.message }
    return { grading, evidence: [], references: [] }
  }
  const comparer = comparerOf(field)
  const answer = comparer.open(read.value)
  const { grading, references } = decide(field, comparer, answer)
  return { grading, references, evidence: grading.score === null ? [] : comparer.evidenceOf(answer) }
}

function decide(field: FormulaField, comparer: Comparer, answer: OpenAnswer): Omit<JudgedFormula, 'evidence'> {
  const right = 1 + field.accept.length
  const tried: FormulaVerdict[] = []
  for (let k = 0; k < right; k++) {
    const verdict = comparer.compare(k, answer)
    if (verdict.verdict === 'equal') return { grading: inForm(field, answer), references: [k] }
    tried.push(verdict)
  }
  const all = tried.map((_, k) => k)
  const doubtful = tried.find(({ verdict }) => verdict === 'undecided')
  if (doubtful) return { grading: { verdict: 'review', score: null, ...told(doubtful) }, references: [] }
  for (const [k, { id, says, earns }] of field.mistakes.entries()) {
    if (comparer.compare(right + k, answer).verdict !== 'equal') continue
    const named = { id, says, kind: 'mistake' as const }
    return { grading: { verdict: 'mistake', score: earns, named, ...told(tried[0]) }, references: [...all, right + k] }
  }
  return { grading: { verdict: 'wrong', score: 0, ...told(tried[0]) }, references: all }
}

/** A formula that is right; less, where it does not look as was asked. */
function inForm({ form, symbols }: FormulaField, { formula }: OpenAnswer): FormulaGrading {
  const faults = form ? formFaults(formula, form, symbols) : []
  if (!form || faults.length === 0) return { verdict: 'right', score: 1 }
  const message = `The value is right, but not the form that was asked for. ${faults.join(' ')}`
  return { verdict: form.earns > 0 ? 'partial' : 'wrong', score: form.earns, message }
}

function told(verdict: FormulaVerdict | undefined): Pick<FormulaGrading, 'message' | 'counterexample'> {
  return {
    ...(verdict?.message ? { message: verdict.message } : {}),
    ...(verdict?.counterexample ? { counterexample: verdict.counterexample } : {}),
  }
}
