import type { TypedFormula } from '../formula-judge.ts'
import type { FormulaField, JudgedFormula } from '../judge-formula.ts'

/** To the thread. A field is sent once, then named by its number. */
export interface Job {
  field: number
  definition: FormulaField | null
  answer: TypedFormula
}

/** From the thread, which says `ready` once; `cpu`: processor time it has used since it began, microseconds. */
export type Reply =
  | { ready: true; cpu: number }
  | { judged: JudgedFormula; cpu: number }
  | { failed: string; cpu: number }
