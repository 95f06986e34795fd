import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { examPart } from '../exam-part.ts'

export const calibrationBody = z.strictObject({
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  /** answers chosen by a person, or so many drawn */
  answers: z.union([z.array(z.uuid()).min(1).max(100), z.number().int().min(1).max(100)]),
})

/**
 * Puts answers of a part before every one of its reviewers, who score them without seeing one another. Drawn are answers
 * in which something is written, those first that nobody has scored and that come last in the queue.
 */
export async function drawCalibration(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof calibrationBody>,
): Promise<{ added: number }> {
  const { field, answers } = parse(calibrationBody, given)
  const part = await examPart(examId, field)
  const { personId } = await requireRole(principal, part?.courseId, ['instructor'])
  const chosen = typeof answers === 'number' ? null : answers
  const added = await query(
    `INSERT INTO calibration_answer (submission_id, field, exam_question_id, person_id)
     SELECT e.submission_id, e.field, e.exam_question_id, $3 FROM counted_review_entry e
     WHERE e.exam_id = $1 AND e.field = $2 AND e.why IN ('text', 'undecided') AND ($4::uuid[] IS NULL OR e.submission_id = ANY ($4))
       AND NOT EXISTS (SELECT FROM calibration_answer c WHERE c.submission_id = e.submission_id AND c.field = e.field)
       AND ($4 IS NOT NULL OR EXISTS (SELECT FROM answer_that_counts a
         WHERE a.submission_id = e.submission_id AND a.field = e.field AND a.value <> 'null'))
     ORDER BY e.decided, e.shuffle DESC LIMIT $5
     ON CONFLICT DO NOTHING RETURNING field`,
    [examId, field, personId, chosen, chosen ? chosen.length : answers],
  )
  return { added: added.length }
}
