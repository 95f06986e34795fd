import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { type Query, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'

export const ruleParams = z.strictObject({ courseId: z.uuid() })
export const ruleBody = z.strictObject({ required: z.boolean() })

/** Whether a course publishes its questions only after a second author has approved them. */
export async function reviewRule(run: Query, courseId: string | null): Promise<boolean> {
  if (courseId === null) return false
  const [row] = await run<{ required: boolean }>('SELECT required FROM question_review_rule WHERE course_id = $1', [
    courseId,
  ])
  return row?.required ?? false
}

/** Whether a course asks for the approval of a second author, for its staff to read. */
export async function readReviewRule(principal: Principal | null, courseId: string): Promise<{ required: boolean }> {
  await requireRole(principal, courseId, ['ta', 'instructor'])
  return { required: await reviewRule(query, courseId) }
}

/** Asks for, or no longer asks for, the approval of a second author before a question of the course is published. */
export async function setReviewRule(
  principal: Principal | null,
  courseId: string,
  given: z.infer<typeof ruleBody>,
): Promise<{ required: boolean }> {
  const { personId } = await requireRole(principal, courseId, ['instructor'])
  const { required } = parse(ruleBody, given)
  await query(
    `INSERT INTO question_review_rule (course_id, required, person_id) VALUES ($1, $2, $3)
     ON CONFLICT (course_id) DO UPDATE SET required = $2, person_id = $3, changed_at = clock_timestamp()`,
    [courseId, required, personId],
  )
  return { required }
}
