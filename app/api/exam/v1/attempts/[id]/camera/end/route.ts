import { attemptParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { cameraBody, endCameraLink } from '../../../../../../../../lib/uploads/camera/make-link.ts'

export const POST = mutation({ params: attemptParams, body: cameraBody }, ({ principal, params, body }) =>
  endCameraLink(principal, params.id, body),
)
