import { attemptState } from '../../../../../../lib/attempts/attempt-state.ts'
import { attemptParams } from '../../../../../../lib/attempts/input.ts'
import { renewSession } from '../../../../../../lib/auth/renew.ts'
import { reading } from '../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, async ({ principal, params }) => {
  const state = await attemptState(principal, params.id)
  await renewSession()
  return state
})
