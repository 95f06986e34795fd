import type { Collisions } from '../../grader/audit/collisions.ts'
import type { AuditReport } from '../../grader/audit/report.ts'

/** What the grading process knows of a question's audit. */
export interface AuditState {
  /** of the file as it is now; null where it cannot be read */
  version: string | null
  /** when the audit began that is under way */
  runningSince: string | null
  /** why the last one that was asked for came to no end */
  broke: string | null
}

/** What an audit found; one that somebody asked for also says what unaudited draws would have been. */
export type FoundReport = AuditReport & { collisions?: Collisions }

/** A report as it is kept: with its verdict, and as a terminal prints it. Old ones lack what was added later. */
export type StoredReport = FoundReport & { sound: boolean; printed: string }

/** The newest report on a question file. */
export interface StoredAudit {
  version: string
  createdAt: string
  /** the exam whose pool was audited; null where somebody asked */
  exam: string | null
  report: Partial<StoredReport>
  sound: boolean
}

export interface QuestionAudit {
  slug: string
  /** null while the grading process does not answer */
  state: AuditState | null
  latest: StoredAudit | null
}
