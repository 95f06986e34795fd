import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { claimTime } from '../claim-next.ts'
import { examPart } from '../exam-part.ts'
import { requireReviewer } from '../require-reviewer.ts'

export const keepBody = z.strictObject({
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  submissions: z.array(z.uuid()).min(1).max(50),
})

export interface Kept {
  /** who has which of the answers in the place of who asks: submission → name */
  held: Record<string, string>
}

/** Claims answers of a part that wait, or goes on holding them; what somebody else holds stays theirs. */
export async function keepAnswers(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof keepBody>,
): Promise<Kept> {
  const { field, submissions } = parse(keepBody, given)
  const { personId } = await requireReviewer(principal, await examPart(examId, field))
  await query(
    `WITH mine AS MATERIALIZED (
       SELECT submission_id, field FROM review_entry
       WHERE submission_id = ANY ($1::uuid[]) AND exam_id = $2 AND field = $3 AND why IS NOT NULL AND NOT decided
         AND (claimed_by IS NULL OR claimed_by = $4 OR claimed_until < clock_timestamp())
       ORDER BY submission_id FOR UPDATE)
     UPDATE review_entry e SET claimed_by = $4, claimed_until = clock_timestamp() + ${claimTime}
     FROM mine m WHERE e.submission_id = m.submission_id AND e.field = m.field`,
    [submissions, examId, field, personId],
  )
  const others = await query<{ submissionId: string; name: string }>(
    `SELECT e.submission_id AS "submissionId", p.name FROM review_entry e JOIN person p ON p.id = e.claimed_by
     WHERE e.submission_id = ANY ($1::uuid[]) AND e.exam_id = $2 AND e.field = $3
       AND e.claimed_by <> $4 AND e.claimed_until > clock_timestamp()`,
    [submissions, examId, field, personId],
  )
  return { held: Object.fromEntries(others.map(({ submissionId, name }) => [submissionId, name])) }
}
