import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'

export const assignmentBody = z.strictObject({
  /** 'slug.name' */
  field: z.string().min(1).max(200),
  /** who reviews it; nobody: it is shared by all */
  people: z.array(z.uuid()).max(200),
})

/** Says who reviews a part, in the place of what was said before. */
export async function assignReviewers(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof assignmentBody>,
): Promise<{ people: string[] }> {
  const { field, people } = parse(assignmentBody, given)
  const part = await examPart(examId, field)
  await requireRole(principal, part?.courseId, ['instructor'])
  return inTransaction(async (run) => {
    const { courseId, examQuestionId } = part ?? { courseId: '', examQuestionId: '' }
    // one after the other: two who assign at once must not leave both their lists
    await run('SELECT FROM exam_question WHERE id = $1 FOR NO KEY UPDATE', [examQuestionId])
    await run('DELETE FROM review_assignment WHERE exam_question_id = $1 AND field = $2', [examQuestionId, field])
    const added = await run<{ person: string }>(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT $1, $2, m.person_id FROM membership m
       WHERE m.course_id = $3 AND m.role IN ('ta', 'instructor') AND m.person_id = ANY ($4::uuid[])
       RETURNING person_id AS person`,
      [examQuestionId, field, courseId, people],
    )
    if (added.length < new Set(people).size)
      throw invalid('Only the staff of the course can be given a part.', 'people')
    return { people: added.map(({ person }) => person) }
  })
}
