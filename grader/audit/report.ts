import type { FileProblem } from '../question/definition.ts'
import type { Examination } from './examination.ts'
import type { Reason } from './rejection.ts'
import type { Separation } from './separation.ts'

export interface ComponentReport {
  parameters: string[]
  fields: string[]
  /** how often it was drawn, and how many of these draws were accepted */
  draws: number
  accepted: number
  /** most redraws that one variant needed */
  mostTries: number
  rejections: { reason: Reason; detail: string; count: number }[]
}

/** What the audit of a question found. */
export interface AuditReport {
  slug: string
  version: string
  /** variants asked for, and accepted */
  count: number
  accepted: number
  /** different sets of numbers among the accepted variants */
  distinct: number
  components: ComponentReport[]
  /** smallest separation from the truth and between alternatives over all accepted variants; null without any */
  nearestTruth: Separation | null
  nearestPair: Separation | null
  /** largest distance between the two executions over all accepted variants */
  deviation: { step: string; distance: number } | null
  /** per field the smallest and largest half-width over entries and accepted variants; 0 is exact */
  bands: Record<string, { smallest: number; largest: number }>
  /** fields all of whose cells are equal in every variant: one number in every cell is right */
  constantFields: string[]
  /** formula fields that cannot be graded, or whose mistakes are none */
  formulas: FileProblem[]
  /** why fewer variants than asked for were accepted, the commonest reasons first; empty if all is well */
  failures: string[]
  executors: string
  /** what came out when the accepted variants were worked with as students would; null where that was not done */
  examination: Examination | null
}

/** Whether the question may be used: all variants were accepted, every formula can be graded, every check passed. */
export function isSound({ count, accepted, formulas, examination }: AuditReport): boolean {
  return accepted === count && formulas.length === 0 && (examination?.checks ?? []).every(({ passed }) => passed)
}

/** Share of draws that were accepted. */
export function acceptance({ draws, accepted }: ComponentReport): number {
  return draws === 0 ? 1 : accepted / draws
}
