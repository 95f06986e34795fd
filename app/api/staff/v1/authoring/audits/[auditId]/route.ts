import { auditParams } from '../../../../../../../lib/authoring/desk-requests.ts'
import { fullAudit } from '../../../../../../../lib/authoring/full-audit.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: auditParams }, ({ principal, params }) => fullAudit(principal, params))
