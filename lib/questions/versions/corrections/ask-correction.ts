import { z } from 'zod'
import type { Principal } from '../../../auth/principal.ts'
import { requireRole } from '../../../auth/require.ts'
import { courseOfExam } from '../../../exams/exam-course.ts'
import { parse } from '../../../http/parse.ts'
import { mayDecide } from '../../../regrade/require-regrade.ts'
import { requireQuestion } from '../../require-question.ts'
import {
  beginCorrection,
  correctionWords,
  ofOneExam,
  onlyOfPoints,
  partsOfPoints,
  publishedOnce,
} from './begin-correction.ts'

export const correctionBody = z.strictObject({ ...ofOneExam, ...correctionWords }).refine(partsOfPoints, onlyOfPoints)

/**
 * Asks for a correction of a question in an exam that uses it: its answers are regraded as the policy says. Who gains and
 * who loses is shown before anything counts; approving it makes it count and tells the students.
 */
export async function askCorrection(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof correctionBody>,
): Promise<{ regradeId: string }> {
  await requireQuestion(principal, slug, 'read')
  const correction = parse(correctionBody, given)
  const { personId } = await requireRole(principal, await courseOfExam(correction.examId), mayDecide)
  return beginCorrection(slug, personId, correction, publishedOnce(slug))
}
