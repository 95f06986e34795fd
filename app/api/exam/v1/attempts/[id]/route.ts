import { attemptState } from '../../../../../../lib/attempts/attempt-state.ts'
import { attemptParams } from '../../../../../../lib/attempts/input.ts'
import { renewingCookie } from '../../../../../../lib/auth/renew.ts'
import { answerJson } from '../../../../../../lib/http/answer.ts'
import { reading } from '../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, async ({ principal, params, request }) => {
  const answer = answerJson(await attemptState(principal, params.id))
  const cookie = await renewingCookie(request)
  if (cookie) answer.headers.append('set-cookie', cookie)
  return answer
})
