import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { invalid, Refusal } from '../http/refusal.ts'
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
 * (after the grader itself was mended). Nothing of it counts until somebody approves it. One at a time for an exam.
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
    const [asked] = await run<{ id: string }>(
      `INSERT INTO regrade (exam_id, slugs, asked_by,  submissions)
       SELECT $1, $2, $3, count(*) FROM attempt a JOIN submission s ON s.attempt_id = a.id WHERE a.exam_id = $1
       ON CONFLICT (exam_id) WHERE state IN ('running', 'ready', 'approving') DO NOTHING RETURNING id`,
      [examId, questions, personId],
    )
    if (!asked)
      throw new Refusal(409, 'regrading', 'Another regrade of this exam is under way or waits for a decision.')
    await enqueue(run, 'regrade', [{ regradeId: asked.id }])
    return { regradeId: asked.id }
  })
}
