import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { requireCalibrated } from './blind/require-calibrated.ts'
import { examPart } from './exam-part.ts'
import { requireReviewer } from './require-reviewer.ts'

export const claimBody = z.strictObject({
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  /** how many to have before one: the one that is read and the one after it */
  count: z.number().int().min(1).max(5).default(1),
  /** submissions that are before the reviewer already, or were passed over */
  except: z.array(z.uuid()).max(5_000).default([]),
})

export interface Claim {
  submissionId: string
  field: string
  examQuestionId: string
  claimedUntil: string
}

/** How long an answer is kept for whoever was given it, unless they ask again. SQL. */
export const claimTime = `interval '10 minutes'`

/**
 * Gives the next answers of a part that wait, and keeps them for this reviewer for ten minutes; asking again renews.
 * Nobody else is given them meanwhile, however many ask at once.
 */
export async function claimNext(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof claimBody>,
): Promise<Claim[]> {
  const { field, count, except } = parse(claimBody, given)
  const part = await examPart(examId, field)
  const person = await requireReviewer(principal, part)
  await requireCalibrated(person, part)
  const { personId } = person
  const rows = await query<Claim & { shuffle: string }>(
    `WITH free AS MATERIALIZED (
       SELECT submission_id, field FROM counted_review_entry
       WHERE exam_id = $1 AND field = $2 AND why IS NOT NULL AND NOT decided AND submission_id <> ALL ($5::uuid[])
         AND (claimed_by IS NULL OR claimed_by = $3 OR claimed_until < clock_timestamp())
       ORDER BY shuffle LIMIT $4 FOR UPDATE SKIP LOCKED)
     UPDATE review_entry e SET claimed_by = $3, claimed_until = clock_timestamp() + ${claimTime}
     FROM free f WHERE e.submission_id = f.submission_id AND e.field = f.field
     RETURNING e.submission_id AS "submissionId", e.field, e.exam_question_id AS "examQuestionId", iso(e.claimed_until) AS "claimedUntil", e.shuffle`,
    [examId, field, personId, count, except],
  )
  return rows.sort((a, b) => (a.shuffle < b.shuffle ? -1 : 1)).map(({ shuffle: _shuffle, ...claim }) => claim)
}
