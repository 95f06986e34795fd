import { auditQuestion } from '../../../grader/audit/audit-question.ts'
import { isSound } from '../../../grader/audit/report.ts'
import type { Executors } from '../../../grader/backends/executor.ts'
import type { SmallAudit } from '../../authoring/desk-answers.ts'
import { invalid } from '../../http/refusal.ts'
import type { FoundReport } from '../../questions/audit.ts'
import { type AuditProgress, auditOf } from './audit-of.ts'
import { checkSource } from './check-source.ts'
import { readSource } from './read-source.ts'

interface Text {
  source: string
  slug: string
}

/** Enough to see that a pool is unfair while it is typed; whether it is fair the whole audit says. */
const few = { count: 4, maximumTries: 25 }

export function auditDesk(executors: Executors) {
  return {
    async audit(text: Text): Promise<SmallAudit> {
      const parsed = readSource(text)
      if (!parsed.ok) {
        const { version, problems } = checkSource(text)
        return { version, report: null, sound: null, problems }
      }
      const { report } = await auditQuestion(parsed.question, { ...few, seedPrefix: 'check', executors })
      return { version: parsed.question.version, report, sound: isSound(report), problems: [] }
    },
    async full(text: Text, progress: (at: AuditProgress) => void): Promise<FoundReport> {
      const parsed = readSource(text)
      if (!parsed.ok) throw invalid('The question has problems: it cannot be audited before they are mended.')
      return auditOf(parsed.question, executors, progress)
    },
  }
}
