import { parseFormulaAnswer } from '../../language/parse-answer.ts'
import type { AnswerField } from '../../question/definition.ts'
import { Comparer, type FormulaVerdict, type OpenAnswer } from './comparer.ts'
import type { Counterexample } from './counterexample.ts'

export type FormulaField = Extract<AnswerField, { kind: 'formula' }>

export interface FormulaGrading {
  verdict: 'right' | 'mistake' | 'wrong' | 'unreadable' | 'review'
  /** 0..1; null while a human must decide */
  score: number | null
  named?: { id: string; says: string; kind: 'mistake' }
  message?: string
  /** a point at which the answer differs; it tells the right value */
  counterexample?: Counterexample
}

const comparers = new WeakMap<FormulaField, Comparer>()

/** The references of a field: what is right, what is accepted as well, then its mistakes. Compiled once. */
export function comparerOf(field: FormulaField): Comparer {
  let comparer = comparers.get(field)
  if (!comparer) {
    const { equals, accept, mistakes, symbols, target, name } = field
    const others = [...accept, ...mistakes].map(({ expression }) => expression)
    comparer = new Comparer([equals, ...others], symbols, { target, seed: name })
    comparers.set(field, comparer)
  }
  return comparer
}

/** Grades a typed formula: right in any correct form, else a named mistake, else wrong; undecided goes to a human. */
export function gradeFormula(
  field: FormulaField,
  raw: { notation: 'text' | 'latex'; source: string },
): { grading: FormulaGrading; answer: OpenAnswer | null } {
  const { target, symbols } = field
  const read = parseFormulaAnswer(raw.source, raw.notation, { symbols, target })
  if (!read.ok) return { grading: { verdict: 'unreadable', score: 0, message: read.problem.message }, answer: null }
  const comparer = comparerOf(field)
  const answer = comparer.open(read.value)
  return { grading: judge(field, comparer, answer), answer }
}

function judge(field: FormulaField, comparer: Comparer, answer: OpenAnswer): FormulaGrading {
  const right = 1 + field.accept.length
  const tried: FormulaVerdict[] = []
  for (let k = 0; k < right; k++) {
    const verdict = comparer.compare(k, answer)
    if (verdict.verdict === 'equal') return { verdict: 'right', score: 1 }
    tried.push(verdict)
  }
  const doubtful = tried.find(({ verdict }) => verdict === 'undecided')
  if (doubtful) return { verdict: 'review', score: null, ...told(doubtful) }
  for (const [k, { id, says, earns }] of field.mistakes.entries()) {
    if (comparer.compare(right + k, answer).verdict !== 'equal') continue
    return { verdict: 'mistake', score: earns, named: { id, says, kind: 'mistake' }, ...told(tried[0]) }
  }
  return { verdict: 'wrong', score: 0, ...told(tried[0]) }
}

function told(verdict: FormulaVerdict | undefined): Pick<FormulaGrading, 'message' | 'counterexample'> {
  return {
    ...(verdict?.message ? { message: verdict.message } : {}),
    ...(verdict?.counterexample ? { counterexample: verdict.counterexample } : {}),
  }
}
