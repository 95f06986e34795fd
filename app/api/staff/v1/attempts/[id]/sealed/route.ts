import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { importSealed, sealedBody } from '../../../../../../../lib/evidence/sealed/import-sealed.ts'
import { mutation } from '../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: attemptParams, body: sealedBody }, ({ principal, params, body }) =>
  importSealed(principal, params.id, body),
)
