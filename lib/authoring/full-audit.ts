import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { parse } from '../http/parse.ts'
import { askGrader } from '../questions/ask-grader.ts'
import { requireQuestion } from '../questions/require-question.ts'
import type { FullAudit } from './desk-answers.ts'
import { auditParams, fullAuditBody } from './desk-requests.ts'

type Asked = z.infer<typeof auditParams>

/** Has a text audited in full. What is found is kept with the question that is named, by who may edit it. */
export async function startFullAudit(
  principal: Principal | null,
  given: z.input<typeof fullAuditBody>,
): Promise<FullAudit> {
  const { personId } = await requireStaffAnywhere(principal)
  const { source, slug } = parse(fullAuditBody, given)
  if (slug !== null) await requireQuestion(principal, slug, 'edit')
  return askGrader('/desk/audits', { personId, given: { source, slug } })
}

/** How far it has come, and what it found. The id is known to who asked, and the report to who may edit the question. */
export async function fullAudit(principal: Principal | null, given: Asked): Promise<FullAudit> {
  const { personId } = await requireStaffAnywhere(principal)
  const audit = await askGrader<FullAudit>('/desk/audits-state', { personId, given: parse(auditParams, given) })
  if (audit.slug !== null) await requireQuestion(principal, audit.slug, 'edit')
  return audit
}

export async function stopFullAudit(principal: Principal | null, given: Asked): Promise<FullAudit> {
  const { auditId } = await fullAudit(principal, given)
  const { personId } = await requireStaffAnywhere(principal)
  return askGrader('/desk/audits-stop', { personId, given: { auditId } })
}
