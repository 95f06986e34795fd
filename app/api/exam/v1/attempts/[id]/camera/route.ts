import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'
import { cameraBody, makeCameraLink } from '../../../../../../../lib/uploads/camera/make-link.ts'

export const POST = mutation({ params: attemptParams, body: cameraBody }, ({ principal, params, body }) =>
  makeCameraLink(principal, params.id, body),
)
