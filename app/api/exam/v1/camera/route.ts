import { answerJson } from '../../../../../lib/http/answer.ts'
import { mutation } from '../../../../../lib/http/route.ts'
import { deviceCookie, deviceOf } from '../../../../../lib/uploads/camera/device.ts'
import { openCameraBody, openCameraLink } from '../../../../../lib/uploads/camera/open-link.ts'

export const POST = mutation({ body: openCameraBody }, async ({ body, request }) => {
  const { view, device } = await openCameraLink(body, deviceOf(request))
  const answer = answerJson(view)
  answer.headers.set('set-cookie', deviceCookie(device, request))
  return answer
})
