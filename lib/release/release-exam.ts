import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { readRelease } from './read-release.ts'
import type { ReleaseState } from './release-state.ts'

export const releaseBody = z.strictObject({ scope: z.enum(['none', 'computed', 'all']) })

/** Releases results to students, or withdraws them; every decision is kept, the newest counts. */
export async function releaseExam(
  principal: Principal | null,
  examId: string,
  given: z.infer<typeof releaseBody>,
): Promise<ReleaseState> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { scope } = parse(releaseBody, given)
  await query('INSERT INTO release (exam_id, scope, person_id) VALUES ($1, $2, $3)', [examId, scope, personId])
  return readRelease(examId)
}
