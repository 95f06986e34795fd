import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { forbidden, notFound } from '../../http/refusal.ts'
import { partParams, requirePart } from '../rubric/require-part.ts'
import { commentBody } from './save-comment.ts'

export const commentParams = partParams.extend({ commentId: z.uuid() })

/** Whoever kept a comment changes it or takes it away; of those of others nobody does. */
async function requireOwn(principal: Principal | null, { examId, field, commentId }: z.infer<typeof commentParams>) {
  const { courseId, personId } = await requirePart(principal, examId, field)
  const [row] = await query<{ own: boolean }>(
    'SELECT person_id = $4 AS own FROM saved_comment WHERE id = $1 AND course_id = $2 AND field = $3',
    [commentId, courseId, field, personId],
  )
  if (!row) throw notFound()
  if (!row.own) throw forbidden()
}

export async function changeComment(
  principal: Principal | null,
  at: z.infer<typeof commentParams>,
  given: z.input<typeof commentBody>,
): Promise<void> {
  await requireOwn(principal, at)
  const { says } = parse(commentBody, given)
  await query('UPDATE saved_comment SET says = $2, changed_at = clock_timestamp() WHERE id = $1', [at.commentId, says])
}

export async function removeComment(principal: Principal | null, at: z.infer<typeof commentParams>): Promise<void> {
  await requireOwn(principal, at)
  await query('DELETE FROM saved_comment WHERE id = $1', [at.commentId])
}
