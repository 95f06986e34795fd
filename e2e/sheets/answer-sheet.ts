import { sheetOf } from './question-sheets.ts'
import type { Answers, Params } from './sheet.ts'

/** A student who gets everything right, rounding every number on the way: the answers to one question, by field. */
export function rightAnswers(slug: string, params: Params): Answers {
  return sheetOf(slug).right(params)
}
