import { receiving } from '../../../../../../../../../../lib/http/route.ts'
import { addPage, addPageParams } from '../../../../../../../../../../lib/uploads/add-page.ts'
import { uploadLimits } from '../../../../../../../../../../lib/uploads/limits.ts'

export const PUT = receiving({ params: addPageParams, most: uploadLimits.bytes }, ({ principal, params, bytes }) =>
  addPage(principal, params.id, params, bytes),
)
