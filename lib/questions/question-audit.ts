import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { askGrader } from './ask-grader.ts'
import type { AuditState, QuestionAudit } from './audit.ts'
import { questionSlug } from './preview-question.ts'
import { requireQuestion } from './require-question.ts'
import { latestAudit } from './stored-audits.ts'

export const auditRequest = z.strictObject({ slug: questionSlug })

/** What is known of the audit of a question file: the newest report, and whether one is under way. */
export async function questionAudit(principal: Principal | null, slug: string): Promise<QuestionAudit> {
  await requireQuestion(principal, slug, 'read')
  const asked = parse(auditRequest, { slug })
  const [state, latest] = await Promise.all([
    askGrader<AuditState>('/audit-state', asked).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 503) return null
      throw error
    }),
    latestAudit(slug),
  ])
  return { slug, state, latest }
}

/** Has the question file audited as it is now. It goes on while nobody waits; `questionAudit` says when it has ended. */
export async function startAudit(principal: Principal | null, slug: string): Promise<AuditState> {
  await requireQuestion(principal, slug, 'read')
  return askGrader<AuditState>('/audit', parse(auditRequest, { slug }))
}
