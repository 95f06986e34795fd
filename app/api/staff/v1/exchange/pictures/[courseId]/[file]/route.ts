import { pictureParams, takePicture } from '../../../../../../../../lib/exchange/take-picture.ts'
import { receiving } from '../../../../../../../../lib/http/route.ts'
import { uploadLimits } from '../../../../../../../../lib/uploads/limits.ts'

export const PUT = receiving({ params: pictureParams, most: uploadLimits.bytes }, ({ principal, params, bytes }) =>
  takePicture(principal, params, bytes),
)
