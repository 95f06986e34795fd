import { parseFormulaAnswer } from '../../language/parse-answer.ts'
import type { AnswerField } from '../../question/definition.ts'
import { compareFormulas, type FormulaVerdict } from './compare-formulas.ts'

type FormulaField = Extract<AnswerField, { kind: 'formula' }>

export interface FormulaGrading {
  verdict: 'right' | 'mistake' | 'wrong' | 'unreadable' | 'review'
  /** 0..1; null while a human must decide */
  score: number | null
  named?: { id: string; says: string; kind: 'mistake' }
  message?: string
  /** a point at which the answer differs; it tells the right value */
  counterexample?: string
}

/** Grades a typed formula: right in any correct form, else a named mistake, else wrong; undecided goes to a human. */
export function gradeFormula(field: FormulaField, raw: { notation: 'text' | 'latex'; source: string }): FormulaGrading {
  const { target, symbols } = field
  const read = parseFormulaAnswer(raw.source, raw.notation, { symbols, target })
  if (!read.ok) return { verdict: 'unreadable', score: 0, message: read.problem.message }
  const compare = (reference: typeof field.equals, seed: string) =>
    compareFormulas(reference, read.value, symbols, { target, seed: `${field.name} ${seed}` })

  const tried: FormulaVerdict[] = []
  for (const [i, reference] of [field.equals, ...field.accept.map(({ expression }) => expression)].entries()) {
    const verdict = compare(reference, `accepted ${i}`)
    if (verdict.verdict === 'equal') return { verdict: 'right', score: 1 }
    tried.push(verdict)
  }
  const doubtful = tried.find(({ verdict }) => verdict === 'undecided')
  if (doubtful) return { verdict: 'review', score: null, ...told(doubtful) }
  for (const { id, expression, says, earns } of field.mistakes) {
    if (compare(expression, `mistake ${id}`).verdict !== 'equal') continue
    return { verdict: 'mistake', score: earns, named: { id, says, kind: 'mistake' }, ...told(tried[0]) }
  }
  return { verdict: 'wrong', score: 0, ...told(tried[0]) }
}

function told(verdict: FormulaVerdict | undefined): { message?: string; counterexample?: string } {
  return {
    ...(verdict?.message ? { message: verdict.message } : {}),
    ...(verdict?.counterexample ? { counterexample: verdict.counterexample } : {}),
  }
}
