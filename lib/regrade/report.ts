import type { Verdict } from '../../grader/marking/verdict.ts'

/** What a regrade would change, as it stood when its last batch was stored. Points are the exam's. */
export interface RegradeReport {
  /** most points of the exam */
  possible: number
  counts: { gained: number; lost: number; unchanged: number }
  /** points of all together */
  sums: { before: number; after: number }
  /** everybody once */
  students: StudentChange[]
  distribution: Distribution
  fields: FieldReport[]
}

export interface StudentChange {
  /** of several attempts the one that counts afterwards */
  attemptId: string
  before: number
  after: number
}

/** Students by points, in equal bins from 0 to the most: the last bin holds the most itself. */
export interface Distribution {
  width: number
  before: number[]
  after: number[]
}

/** How many verdicts of a field became which others. */
export interface FieldReport {
  slug: string
  field: string
  label: string
  changes: { from: Verdict | null; to: Verdict; count: number; points: number }[]
  /** now waiting for a person: broken, and undecided or to be reviewed */
  broken: number
  undecided: number
}
