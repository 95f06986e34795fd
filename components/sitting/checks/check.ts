import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { CellVerdict, Verdict } from '../../result/result.ts'

/** What the grader said of a field while the quiz goes on. */
export interface CheckedField {
  name: string
  label: string
  verdict: Verdict
  points: number
  /** null: a person decides, or a repair */
  earned: number | null
  cells: CellVerdict[] | null
  message: string | null
  said: PaperNode[][]
}

export interface ShownCheck {
  at: string
  points: number
  earned: number | null
  fields: CheckedField[]
  /** the answers that were checked, by field name */
  answers: Record<string, RawAnswer | null>
}

/** Members in one order: the database keeps none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  )
}

/** Whether an answer stands as it was checked. */
export function sameAnswer(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a ?? null)) === JSON.stringify(inOrder(b ?? null))
}
