import { randomUUID } from 'node:crypto'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { Refusal } from '../../http/refusal.ts'
import { courseOfExam } from '../exam-course.ts'
import { readPlan } from '../plan/read-plan.ts'
import { enqueuePublishing } from '../publish-exam.ts'
import { storeExam } from '../store-exam.ts'
import { discardTrials } from './discard-trial.ts'

/** Variants of a draft's questions are drawn for the trial alone: a few will do. */
const fewVariants = 4

/**
 * Makes a copy of the exam that only this person sits, as a student would: no window, no rules of access, as many attempts
 * as they like, results at once. It takes the place of their trial before. What is published is tried with its own variants;
 * a draft is audited first.
 */
export async function startTrial(principal: Principal | null, examId: string): Promise<{ trialId: string }> {
  const courseId = await courseOfExam(examId)
  const { personId } = await requireRole(principal, courseId, ['ta', 'instructor'])
  await sendingQueue()
  const trialId = await inTransaction(async (query) => {
    const { state, trialOf, revision, plan } = await readPlan(examId, query, true)
    if (trialOf) throw new Refusal(409, 'trial', 'This is a trial already.')
    if (state === 'publishing') throw new Refusal(409, 'publishing', 'The exam is being published just now.')
    if (plan.sections.every(({ questions }) => questions.length === 0))
      throw new Refusal(409, 'empty', 'There is no question in it yet.')
    await discardTrials(query, examId, personId)
    const trialId = await storeExam(query, courseId ?? '', {
      ...plan,
      slug: `trial-${randomUUID()}`,
      title: `Trial: ${plan.title}`,
      opensAt: null,
      closesAt: null,
      attemptsAllowed: null,
      release: 'at-once',
      releaseAt: null,
      requestsUntil: null,
      questions: [],
    })
    if (!trialId) throw new Error('The trial was not stored.')
    await query('UPDATE exam SET trial_of = $2, trial_person = $3, trial_revision = $4, pool_size = $5 WHERE id = $1', [
      trialId,
      examId,
      personId,
      revision,
      fewVariants,
    ])
    if (state === 'published') await withVariantsOf(query, examId, trialId)
    else await enqueuePublishing(query, trialId)
    return trialId
  })
  return { trialId }
}

/** The same versions of the same questions, drawn from the same pools. */
async function withVariantsOf(query: Query, examId: string, trialId: string): Promise<void> {
  await query(
    `UPDATE exam_question t SET question_version_id = q.question_version_id, points = q.points, state = q.state,
       regrade_id = q.regrade_id
     FROM exam_question q WHERE t.exam_id = $2 AND q.exam_id = $1 AND q.slug = t.slug`,
    [examId, trialId],
  )
  await query(
    `INSERT INTO pool_variant (exam_question_id, variant_id)
     SELECT t.id, p.variant_id FROM exam_question t JOIN exam_question q ON q.slug = t.slug AND q.exam_id = $1
     JOIN pool_variant p ON p.exam_question_id = q.id WHERE t.exam_id = $2`,
    [examId, trialId],
  )
  await query(`UPDATE exam SET state = 'published', published_at = clock_timestamp() WHERE id = $1`, [trialId])
}
