import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'

export const releaseClaimsBody = z.strictObject({
  /** absent: of every part */
  field: z.string().min(1).max(200).optional(),
})

/** Gives back what was claimed and not decided: whoever stops lets others go on at once. Returns how many. */
export async function releaseClaims(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof releaseClaimsBody> = {},
): Promise<{ released: number }> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const { field } = parse(releaseClaimsBody, given)
  const rows = await query(
    `UPDATE review_entry SET claimed_by = NULL, claimed_until = NULL
     WHERE claimed_by = $2 AND exam_id = $1 AND ($3::text IS NULL OR field = $3) RETURNING field`,
    [examId, personId, field ?? null],
  )
  return { released: rows.length }
}
