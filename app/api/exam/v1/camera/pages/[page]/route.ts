import { receiving } from '../../../../../../../lib/http/route.ts'
import { addByCamera, cameraPageParams } from '../../../../../../../lib/uploads/camera/add-by-camera.ts'
import { deviceOf } from '../../../../../../../lib/uploads/camera/device.ts'
import { uploadLimits } from '../../../../../../../lib/uploads/limits.ts'

export const PUT = receiving({ params: cameraPageParams, most: uploadLimits.bytes }, ({ params, request, bytes }) =>
  addByCamera(request.headers.get('x-camera') ?? '', deviceOf(request), params.page, bytes),
)
