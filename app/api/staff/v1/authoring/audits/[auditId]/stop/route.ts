import { auditParams } from '../../../../../../../../lib/authoring/desk-requests.ts'
import { stopFullAudit } from '../../../../../../../../lib/authoring/full-audit.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: auditParams }, ({ principal, params }) => stopFullAudit(principal, params))
