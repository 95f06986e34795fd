import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import { auditRequest, questionAudit, startAudit } from '../../../../../../../lib/questions/question-audit.ts'

export const GET = reading({ params: auditRequest }, ({ principal, params }) => questionAudit(principal, params.slug))

export const POST = mutation({ params: auditRequest }, ({ principal, params }) => startAudit(principal, params.slug))
