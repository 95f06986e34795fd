import { attemptPulse, pulseQuery } from '../../../../../../../lib/attempts/attempt-pulse.ts'
import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params, request }) => {
  const { shown } = pulseQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  return attemptPulse(principal, params.id, shown)
})
