import { receiving } from '../../../../../../../lib/http/route.ts'
import { figureSlug, uploadFigure } from '../../../../../../../lib/questions/figures/upload-figure.ts'
import { uploadLimits } from '../../../../../../../lib/uploads/limits.ts'

export const PUT = receiving(
  { params: figureSlug, most: uploadLimits.bytes },
  ({ principal, params, request, bytes }) =>
    uploadFigure(principal, params.slug, { name: new URL(request.url).searchParams.get('name') ?? '' }, bytes),
)
