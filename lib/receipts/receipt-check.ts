import type { Difference } from '../../grader/receipt/differences.ts'

export type CheckedPart = 'version' | 'inputs' | 'key' | 'outputs'

/** A grading that was run again, held against what is stored of it. */
export interface ReceiptCheck {
  gradingId: string
  slug: string
  version: string
  seed: string
  /** on what it was run again */
  backend: string
  adapter: string
  /** version of the grader, when it was graded and now */
  grader: { graded: string; now: string }
  /** digest of what came out then; null where nothing was executed, or before there were receipts */
  outputs: string | null
  /** what in the store is not what it was when this was graded */
  changed: CheckedPart[]
  /** what comes out otherwise now */
  differences: Difference[]
  /** it has a receipt, no part changed, and nothing comes out otherwise */
  matches: boolean
}
