import type { QuestionGrading } from '../../grader/marking/verdict.ts'

/** What was executed for one question, as its student and the staff may know it once results are released. */
export interface ShownReceipt {
  /** version of the question file, and of what the variant was drawn */
  version: string
  seed: string
  /** digests of what went in and what came out */
  inputs: string
  outputs: string
  execution: QuestionGrading['execution']
}

/** Null where nothing was executed. */
export function shownReceipt(grading: QuestionGrading | null): ShownReceipt | null {
  if (!grading?.receipt) return null
  const { version, seed, receipt, execution } = grading
  return { version, seed, inputs: receipt.inputs, outputs: receipt.outputs, execution }
}
