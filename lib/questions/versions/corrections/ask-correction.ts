import { z } from 'zod'
import type { Principal } from '../../../auth/principal.ts'
import { requireRole } from '../../../auth/require.ts'
import { inTransaction, query } from '../../../db/query.ts'
import { sendingQueue } from '../../../db/queue.ts'
import { courseOfExam } from '../../../exams/exam-course.ts'
import { parse } from '../../../http/parse.ts'
import { invalid, Refusal } from '../../../http/refusal.ts'
import { beginRegrade } from '../../../regrade/begin-regrade.ts'
import { mayDecide } from '../../../regrade/require-regrade.ts'
import { requireQuestion } from '../../require-question.ts'
import { versionHash } from '../params.ts'
import { type NewVersion, storeText } from '../save-version.ts'
import { readText, usedSource, versionOfText } from '../texts.ts'

export const correctionBody = z
  .strictObject({
    examId: z.uuid(),
    /** what is published, as who asks has seen it; where points are given, the version that the exam has */
    version: versionHash,
    policy: z.enum(['regrade', 'both', 'points']),
    /** the parts that everybody is given all points of; none named: every part */
    fields: z.array(z.string().min(1).max(100)).max(100).default([]),
    reason: z.string().trim().min(1, 'Say why it is corrected.').max(2_000),
    /** what the students are told when it counts; empty: nothing */
    notice: z.string().trim().max(4_000).default(''),
  })
  .refine(({ policy, fields }) => policy === 'points' || fields.length === 0, {
    path: ['fields'],
    message: 'Parts are named only where points are given.',
  })

interface ExamQuestion {
  id: string
  questionId: string
  versionId: string
  version: string
  regradeId: string | null
  fields: string[]
}

async function examQuestion(examId: string, slug: string): Promise<ExamQuestion> {
  const [found] = await query<ExamQuestion>(
    `SELECT q.id, v.question_id AS "questionId", v.id AS "versionId", v.version, q.regrade_id AS "regradeId",
       ARRAY(SELECT a->>'name' FROM jsonb_array_elements(v.definition->'answers') a) AS fields
     FROM exam_question q JOIN question_version v ON v.id = q.question_version_id WHERE q.exam_id = $1 AND q.slug = $2`,
    [examId, slug],
  )
  if (!found) throw invalid('The exam does not use this question.', 'examId')
  return found
}

const changed = () => new Refusal(409, 'changed', 'Another version has been published meanwhile. Look at it first.')

/** What exams get now, if it is the version that was seen. */
async function usedText(slug: string, version: string): Promise<NewVersion> {
  const source = await usedSource(slug)
  if (source === null || versionOfText(source) !== version) throw changed()
  const read = await readText(slug, source)
  if (!read.ok) throw invalid('What is published cannot be read as a question.', 'version')
  return { ...read, source }
}

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
  const { examId, version, policy, fields, reason, notice } = parse(correctionBody, given)
  const { personId } = await requireRole(principal, await courseOfExam(examId), mayDecide)
  const question = await examQuestion(examId, slug)
  const unknown = fields.find((name) => !question.fields.includes(name))
  if (unknown !== undefined) throw invalid(`The question has no part ${unknown}.`, 'fields')
  if (policy === 'points' && version !== question.version) throw changed()
  const text = policy === 'points' ? null : await usedText(slug, version)
  await sendingQueue()
  return inTransaction(async (run) => {
    // a file of the house becomes a version by it
    const versionId = text ? (await storeText(run, question.questionId, text)).id : question.versionId
    const regradeId = await beginRegrade(run, { examId, slugs: [slug], personId })
    await run(
      `INSERT INTO question_correction
         (regrade_id, exam_question_id, question_id, question_version_id, policy, fields, former_regrade_id, reason, notice, person_id)
       SELECT $1, q.id, $3, $4, $5::correction_policy, $6, q.regrade_id, $7, $8, $9 FROM exam_question q WHERE q.id = $2`,
      [regradeId, question.id, question.questionId, versionId, policy, fields, reason, notice, personId],
    )
    return { regradeId }
  })
}
