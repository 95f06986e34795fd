import { mutation } from '../../../../../../../../lib/http/route.ts'
import { annotate, annotationBody } from '../../../../../../../../lib/uploads/annotations/annotate.ts'
import { staffImageParams } from '../../../../../../../../lib/uploads/page-image.ts'

export const PUT = mutation({ params: staffImageParams, body: annotationBody }, ({ principal, params, body }) =>
  annotate(principal, params, body),
)
