import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { requireReviewer } from '../review/require-reviewer.ts'
import { findRequest } from './request-now.ts'

export const claimBody = z.strictObject({ held: z.boolean() })

const minutes = 30

/** Somebody says that they look at it, for half an hour, or that they do not any more. It keeps nobody from answering. */
export async function claimRequest(
  principal: Principal | null,
  requestId: string,
  given: z.input<typeof claimBody>,
): Promise<{ until: string | null }> {
  const request = await findRequest(query, requestId)
  const { personId } = await requireReviewer(principal, request ?? null)
  if (!request) throw notFound()
  const { held } = parse(claimBody, given)
  if (!held) {
    await query('DELETE FROM review_request_claim WHERE request_id = $1 AND person_id = $2', [requestId, personId])
    return { until: null }
  }
  const [claim] = await query<{ until: string }>(
    `INSERT INTO review_request_claim (request_id, person_id, until)
     VALUES ($1, $2, clock_timestamp() + make_interval(mins => $3))
     ON CONFLICT (request_id) DO UPDATE SET person_id = excluded.person_id, until = excluded.until
       WHERE review_request_claim.person_id = excluded.person_id OR review_request_claim.until < clock_timestamp()
     RETURNING iso(until) AS until`,
    [requestId, personId, minutes],
  )
  if (!claim) throw new Refusal(409, 'claimed', 'Somebody else is looking at this request.')
  return claim
}
