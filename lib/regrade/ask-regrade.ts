import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { invalid } from '../http/refusal.ts'
import { beginRegrade, carryCorrections } from './begin-regrade.ts'
import { mayDecide } from './require-regrade.ts'

export const regradeBody = z.strictObject({
  /** the exam's questions to be graded again, each by the version that the bank has now */
  questions: z
    .array(z.string().min(1).max(80))
    .min(1, 'Name at least one question.')
    .max(200)
    .refine((slugs) => new Set(slugs).size === slugs.length, 'A question may be named once.'),
})

/**
 * Asks for a regrade: every submission of the exam is graded again by the versions in the bank, the same version included
 * (after the grader itself was mended). Nothing of it counts until somebody approves it. One at a time for an exam; what
 * corrections accept or give stays so.
 */
export async function askRegrade(
  principal: Principal | null,
  examId: string,
  given: z.infer<typeof regradeBody>,
): Promise<{ regradeId: string }> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), mayDecide)
  const { questions } = parse(regradeBody, given)
  const known = await query<{ slug: string }>(
    'SELECT slug FROM exam_question WHERE exam_id = $1 AND question_version_id IS NOT NULL AND slug = ANY ($2)',
    [examId, questions],
  )
  const absent = questions.find((slug) => !known.some((question) => question.slug === slug))
  if (absent !== undefined) throw invalid(`The exam has no published question ${absent}.`, 'questions')
  await sendingQueue()
  return inTransaction(async (run) => {
    const regradeId = await beginRegrade(run, { examId, slugs: questions, personId })
    await carryCorrections(run, regradeId)
    return { regradeId }
  })
}
