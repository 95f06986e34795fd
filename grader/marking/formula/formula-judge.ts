import { type FormulaField, type JudgedFormula, judgeFormula } from './judge-formula.ts'

export interface TypedFormula {
  notation: 'text' | 'latex'
  source: string
}

/** Who judges typed formulas: this process, or a thread that can be stopped. */
export interface FormulaJudge {
  judge(field: FormulaField, answer: TypedFormula): Promise<JudgedFormula>
}

/** Judges in this process: for the browser, for tests, and for formulas that an author wrote. */
export const judgeHere: FormulaJudge = { judge: async (field, answer) => judgeFormula(field, answer) }
