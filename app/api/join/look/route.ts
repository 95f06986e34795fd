import { lookAtInvitation, lookBody } from '../../../../lib/courses/invitations/look-at-invitation.ts'
import { mutation } from '../../../../lib/http/route.ts'

export const POST = mutation({ body: lookBody }, ({ principal, body }) => lookAtInvitation(principal, body))
