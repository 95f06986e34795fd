import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound } from '../../http/refusal.ts'
import { questionSlug } from '../preview-question.ts'
import { requireQuestion } from '../require-question.ts'
import { versionHash } from './params.ts'
import { linesOf } from './text-diff.ts'
import { knownVersion } from './texts.ts'

const words = z.string().trim().min(1, 'Write something.').max(10_000)

export const commentBody = z.strictObject({
  version: versionHash,
  /** of that version, from 1; null: of the whole */
  line: z.int().min(1).nullable(),
  text: words,
  /** the comment that it answers: it stands where that one stands */
  replyTo: z.uuid().nullable().default(null),
})

export const settleBody = z.strictObject({ settled: z.boolean() })
export const commentParams = z.strictObject({ slug: questionSlug, commentId: z.uuid() })

/** Says something of a version, of one of its lines, or in answer to another comment. */
export async function addComment(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof commentBody>,
): Promise<{ id: string }> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const { version, line, text, replyTo } = parse(commentBody, given)
  const known = await knownVersion(slug, version)
  if (!known) throw notFound()
  if (line !== null && line > linesOf(known.source).length) throw invalid('The version has no such line.', 'line')
  const [made] = await query<{ id: string }>(
    `INSERT INTO question_comment (question_id, question_version_id, line, text, reply_to, person_id)
     SELECT $1, $2, CASE WHEN $5::uuid IS NULL THEN $3::int END, $4, $5, $6
     WHERE $5::uuid IS NULL OR EXISTS (SELECT FROM question_comment c WHERE c.id = $5 AND c.question_id = $1 AND c.reply_to IS NULL)
     RETURNING id`,
    [questionId, known.id, line, text, replyTo, personId],
  )
  if (!made) throw invalid('There is no such comment to answer.', 'replyTo')
  return made
}

/** Says that a comment is dealt with, or that it is not after all. */
export async function settleComment(
  principal: Principal | null,
  slug: string,
  commentId: string,
  given: z.infer<typeof settleBody>,
): Promise<{ settled: boolean }> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const { settled } = parse(settleBody, given)
  return inTransaction(async (run) => {
    const [comment] = await run(
      'SELECT FROM question_comment WHERE id = $1 AND question_id = $2 AND reply_to IS NULL FOR UPDATE',
      [commentId, questionId],
    )
    if (!comment) throw notFound()
    await run(
      `INSERT INTO question_comment_settled (comment_id, settled, person_id)
       SELECT $1, $2, $3 WHERE $2 <> coalesce(
         (SELECT settled FROM question_comment_settled WHERE comment_id = $1 ORDER BY id DESC LIMIT 1), false)`,
      [commentId, settled, personId],
    )
    return { settled }
  })
}
