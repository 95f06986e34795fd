import { printReport } from '../../grader/audit/print-report.ts'
import { isSound } from '../../grader/audit/report.ts'
import type { Query } from '../db/query.ts'
import type { FoundReport, StoredReport } from '../questions/audit.ts'

/** Appends what an audit found; `examQuestionId` where it was that of an exam's pool. */
export async function storeAuditReport(query: Query, report: FoundReport, examQuestionId: string | null = null) {
  const stored: StoredReport = { ...report, sound: isSound(report), printed: printReport(report) }
  await query('INSERT INTO audit_report (slug, exam_question_id, version, report) VALUES ($1, $2, $3, $4)', [
    report.slug,
    examQuestionId,
    report.version,
    JSON.stringify(stored),
  ])
}
