import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid } from '../http/refusal.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const announcementBody = z.strictObject({
  text: z.string().trim().min(1, 'Write something.').max(4_000),
  /** of one question; null: of the whole exam */
  question: z.string().max(200).nullable().default(null),
})

/** Says something to everybody who sits the exam. It stays: a correction is another announcement. */
export async function announce(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof announcementBody>,
): Promise<{ id: number }> {
  const { personId } = await requireInvigilator(principal, examId)
  const { text, question } = parse(announcementBody, given)
  return inTransaction(async (query) => {
    // One writer at a time, so that numbers are seen in the order in which they were given.
    await query('SELECT FROM exam WHERE id = $1 FOR NO KEY UPDATE', [examId])
    const [made] = await query<{ id: number }>(
      `INSERT INTO announcement (exam_id, exam_question_id, text, author_id)
       SELECT $1, (SELECT id FROM exam_question WHERE exam_id = $1 AND slug = $3), $2, $4
       WHERE $3::text IS NULL OR EXISTS (SELECT FROM exam_question WHERE exam_id = $1 AND slug = $3)
       RETURNING id::int`,
      [examId, text, question, personId],
    )
    if (!made) throw invalid('The exam has no such question.', 'question')
    await logAction(query, { examId, personId, action: 'announce', details: { id: made.id, question, text } })
    return made
  })
}
