import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole, roleIn } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid } from '../http/refusal.ts'
import { courseOfExam } from './exam-course.ts'

export const accommodationBody = z.strictObject({
  personId: z.uuid(),
  extraSeconds: z
    .number()
    .int()
    .min(0)
    .max(7 * 86_400),
  reason: z.string().trim().max(1_000).default(''),
})

/**
 * Gives a student more time. An attempt under way has it from its next save or look at the clock on: its row is held
 * meanwhile, so that no finaliser closes it on the old deadline.
 */
export async function grantAccommodation(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof accommodationBody>,
): Promise<void> {
  const courseId = await courseOfExam(examId)
  await requireRole(principal, courseId, ['instructor'])
  const { personId, extraSeconds, reason } = parse(accommodationBody, given)
  if ((await roleIn(personId, courseId ?? '')) !== 'student')
    throw invalid('This person is no student of the course.', 'personId')
  await inTransaction(async (query) => {
    await query('SELECT id FROM attempt WHERE exam_id = $1 AND person_id = $2 FOR NO KEY UPDATE', [examId, personId])
    await query(
      `INSERT INTO accommodation (exam_id, person_id, extra_seconds, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT (exam_id, person_id) DO UPDATE SET extra_seconds = excluded.extra_seconds, reason = excluded.reason`,
      [examId, personId, extraSeconds, reason],
    )
  })
}
