import { auditSoon } from '../../../../../../lib/authoring/audit-soon.ts'
import { smallAuditBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: smallAuditBody }, ({ principal, body }) => auditSoon(principal, body))
