import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { requirePart } from '../rubric/require-part.ts'

export const commentBody = z.strictObject({ says: z.string().trim().min(1, 'Write something first.').max(2_000) })

const most = 200

/** Keeps a comment for everybody who reviews the part. One that is kept already is not kept twice. */
export async function saveComment(
  principal: Principal | null,
  examId: string,
  field: string,
  given: z.input<typeof commentBody>,
): Promise<{ id: string }> {
  const { courseId, personId } = await requirePart(principal, examId, field)
  const { says } = parse(commentBody, given)
  const [row] = await query<{ id: string }>(
    `WITH had AS (SELECT id, says FROM saved_comment WHERE course_id = $1 AND field = $2),
       kept AS (INSERT INTO saved_comment (course_id, field, says, person_id)
         SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM had WHERE says = $3) AND (SELECT count(*) FROM had) < ${most}
         RETURNING id)
     SELECT id FROM kept UNION ALL (SELECT id FROM had WHERE says = $3 LIMIT 1)`,
    [courseId, field, says, personId],
  )
  if (!row) throw new Refusal(422, 'bank-full', `A part has at most ${most} comments. Remove one first.`)
  return row
}
