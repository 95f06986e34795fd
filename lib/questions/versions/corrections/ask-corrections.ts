import { z } from 'zod'
import type { Principal } from '../../../auth/principal.ts'
import { requireRole } from '../../../auth/require.ts'
import { courseOfExam } from '../../../exams/exam-course.ts'
import { parse } from '../../../http/parse.ts'
import { Refusal } from '../../../http/refusal.ts'
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

export const correctionsBody = z.strictObject({
  corrections: z
    .array(z.strictObject(ofOneExam).refine(partsOfPoints, onlyOfPoints))
    .min(1, 'Choose at least one exam.')
    .max(50, 'Correct 50 exams at a time at most.')
    .refine((all) => new Set(all.map(({ examId }) => examId)).size === all.length, 'An exam may be named once.'),
  ...correctionWords,
})

export interface AskedCorrection {
  examId: string
  regradeId: string | null
  /** why nothing was begun in this exam */
  problem: string | null
}

/** What stands against one exam alone. */
const ofOneExamAlone = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.status === 409 || error.status === 422)

/**
 * Asks for a correction of a question in several exams at once, in each as its own policy says. One that may not be corrected refuses them all; what
 * stands against one exam alone, such as a regrade that waits there, holds up no other.
 */
export async function askCorrections(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof correctionsBody>,
): Promise<{ asked: AskedCorrection[] }> {
  const { personId } = await requireQuestion(principal, slug, 'read')
  const { corrections, ...said } = parse(correctionsBody, given)
  for (const { examId } of corrections) await requireRole(principal, await courseOfExam(examId), mayDecide)
  const published = publishedOnce(slug)
  // read before anything is begun: while it cannot be read, nothing is
  const [version] = corrections.flatMap((one) => (one.policy === 'points' ? [] : [one.version]))
  if (version)
    await published(version).catch((error: unknown) => {
      if (!ofOneExamAlone(error)) throw error
    })
  const asked: AskedCorrection[] = []
  for (const correction of corrections) {
    const { examId } = correction
    try {
      const { regradeId } = await beginCorrection(slug, personId, { ...correction, ...said }, published)
      asked.push({ examId, regradeId, problem: null })
    } catch (error) {
      if (!ofOneExamAlone(error)) throw error
      asked.push({ examId, regradeId: null, problem: error.message })
    }
  }
  return { asked }
}
