interface Separation {
  first: string
  second: string
  field: string
  /** in bands; null where exact values differ */
  distance: number | null
}

interface Spread {
  smallest: number
  median: number
  largest: number
}

/** What was found by working with the accepted variants as students would. */
export interface Examination {
  checks: { name: string; passed: boolean; problems: string[] }[]
  honest: { answers: number; inside: number; worst: { field: string; distance: number } | null }
  trivial: { tried: number; earning: { field: string; typed: string; score: number; because: string | null }[] }
  effort: { digits: Spread; operations: Spread } | null
  slips: { made: number; offered: Spread; never: string[] }
}

/** What an audit found, as it is kept; old ones lack what was added later. */
export interface AuditReport {
  count?: number
  accepted?: number
  distinct?: number
  executors?: string
  components?: {
    fields: string[]
    draws: number
    accepted: number
    mostTries: number
    rejections: { reason: string; detail: string; count: number }[]
  }[]
  nearestTruth?: Separation | null
  nearestPair?: Separation | null
  deviation?: { step: string; distance: number } | null
  bands?: Record<string, { smallest: number; largest: number }>
  constantFields?: string[]
  formulas?: { line: number; column: number; message: string }[]
  failures?: string[]
  examination?: Examination | null
  /** shares of draws that could not tell some mistake apart: without the audit, and of what it accepted */
  collisions?: { draws: number; before: number; after: number }
  /** as a terminal prints it */
  printed?: string
}

export interface LatestAudit {
  version: string
  createdAt: string
  exam: string | null
  sound: boolean
  report: AuditReport
}

export interface AuditState {
  version: string | null
  runningSince: string | null
  broke: string | null
}

export interface Audit {
  slug: string
  state: AuditState | null
  latest: LatestAudit | null
}

export type Standing = 'never' | 'sound' | 'unsound' | 'outdated'

/** How a question stands: by its newest report, if that is of the file as it is. */
export function standingOf({ state, latest }: Audit): Standing {
  if (!latest) return 'never'
  if (state?.version && state.version !== latest.version) return 'outdated'
  return latest.sound ? 'sound' : 'unsound'
}
