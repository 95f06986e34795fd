import { fullAuditBody } from '../../../../../../lib/authoring/desk-requests.ts'
import { startFullAudit } from '../../../../../../lib/authoring/full-audit.ts'
import { mutation } from '../../../../../../lib/http/route.ts'

export const POST = mutation({ body: fullAuditBody }, ({ principal, body }) => startFullAudit(principal, body))
