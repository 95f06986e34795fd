import { isBlank } from '../answers/blank.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executor, Executors } from '../backends/executor.ts'
import { certifiedBy } from './formula/certified-by.ts'
import { judgeHere, type TypedFormula } from './formula/formula-judge.ts'
import type { FormulaField, FormulaGrading } from './formula/judge-formula.ts'
import { printCounterexample } from './formula/print-counterexample.ts'
import type { FieldGrading } from './verdict.ts'

type Settled = Omit<FieldGrading, 'field' | 'kind' | 'points'>

/** What answers to a field came to, by what was typed: many students type the same. */
const settled = new WeakMap<FormulaField, WeakMap<Executor, Map<string, Settled>>>()
const mostKept = 1000

/**
 * Judges a typed formula. What the float64 comparison found is executed once more by the backend; where they disagree
 * the field is broken, and nothing is scored.
 */
export async function judgeFormulaField(
  field: FormulaField,
  answer: RawAnswer | null,
  executors: Executors,
): Promise<FieldGrading> {
  const { name, kind, points } = field
  const grading = { field: name, kind, points }
  if (isBlank(answer)) return { ...grading, verdict: 'empty', score: 0 }
  if (answer?.kind !== 'formula')
    return { ...grading, verdict: 'unreadable', score: 0, message: 'This field takes a formula.' }
  const known = settledOf(field, executors.tfjs)
  const key = `${answer.notation} ${answer.source}`
  const found = known.get(key)
  if (found) return { ...grading, ...found }
  const made = await settle(field, answer, executors)
  if (known.size >= mostKept) known.clear()
  // what waits for a person may come out another time: a machine may have been too busy
  if (made.score !== null) known.set(key, made)
  return { ...grading, ...made }
}

async function settle(field: FormulaField, answer: TypedFormula, executors: Executors): Promise<Settled> {
  const judged = await (executors.formulas ?? judgeHere).judge(field, answer)
  if (judged.grading.score !== null && !(await certifiedBy(executors.tfjs, field, judged))) {
    const staffNote = `The two executions of this formula do not agree (${executors.tfjs.name} and float64).`
    return { verdict: 'broken', score: null, staffNote }
  }
  return said(judged.grading)
}

function said({ verdict, score, named, message, counterexample }: FormulaGrading): Settled {
  const text = [message, counterexample && printCounterexample(counterexample)].filter(Boolean).join(' ')
  return {
    verdict,
    score,
    ...(named ? { named } : {}),
    ...(text ? { message: text } : {}),
    ...(counterexample ? { counterexample } : {}),
  }
}

function settledOf(field: FormulaField, executor: Executor): Map<string, Settled> {
  const ofField = settled.get(field) ?? new WeakMap<Executor, Map<string, Settled>>()
  settled.set(field, ofField)
  const known = ofField.get(executor) ?? new Map<string, Settled>()
  ofField.set(executor, known)
  return known
}
