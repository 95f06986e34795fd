import type { GradingRow } from '../marking/sheet.ts'
import type { QuestionGrading } from '../marking/verdict.ts'
import { type Difference, differences } from './differences.ts'
import { outputsOf } from './outputs.ts'
import { type Receipt, receiptOf } from './receipt.ts'

export interface ReceiptFindings {
  /** what in the store is not what the receipt was made of; nothing is known of it where there is no receipt */
  changed: (keyof Receipt)[]
  /** what came out otherwise when it was run again, against what is stored */
  differences: Difference[]
}

/**
 * Holds a stored grading against its receipt and against a second run of it. `row` is what the store says went in, `again`
 * what came out now.
 */
export function checkReceipt(row: GradingRow, stored: QuestionGrading, again: QuestionGrading): ReceiptFindings {
  const outputs = outputsOf(stored)
  const found = receiptOf(row, outputs)
  const parts = stored.receipt ? (['inputs', 'key', 'outputs'] as const) : []
  return {
    changed: parts.filter((part) => stored.receipt?.[part] !== found[part]),
    differences: differences(outputs, outputsOf(again)),
  }
}
