import { z } from 'zod'
import { inTransaction, query } from '../../../db/query.ts'
import { sendingQueue } from '../../../db/queue.ts'
import { invalid, Refusal } from '../../../http/refusal.ts'
import { beginRegrade } from '../../../regrade/begin-regrade.ts'
import { versionHash } from '../params.ts'
import { type NewVersion, storeText } from '../save-version.ts'
import { readText, usedSource, versionOfText } from '../texts.ts'

export const ofOneExam = {
  examId: z.uuid(),
  /** what is published, as who asks has seen it; where points are given, the version that the exam has */
  version: versionHash,
  policy: z.enum(['regrade', 'both', 'points']),
  /** the parts that everybody is given all points of; none named: every part */
  fields: z.array(z.string().min(1).max(100)).max(100).default([]),
}
export const correctionWords = {
  reason: z.string().trim().min(1, 'Say why it is corrected.').max(2_000),
  /** what the students are told when it counts; empty: nothing */
  notice: z.string().trim().max(4_000).default(''),
}

type OneExam = z.output<z.ZodObject<typeof ofOneExam>>
type Words = z.output<z.ZodObject<typeof correctionWords>>

export const partsOfPoints = ({ policy, fields }: OneExam) => policy === 'points' || fields.length === 0
export const onlyOfPoints = { path: ['fields'], message: 'Parts are named only where points are given.' }

interface ExamQuestion {
  id: string
  questionId: string
  versionId: string
  version: string
  fields: string[]
}

async function examQuestion(examId: string, slug: string): Promise<ExamQuestion> {
  const [found] = await query<ExamQuestion>(
    `SELECT q.id, v.question_id AS "questionId", v.id AS "versionId", v.version,
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

/** Reads what is published, once for all exams. */
export function publishedOnce(slug: string): (version: string) => Promise<NewVersion> {
  let reading: Promise<NewVersion> | undefined
  let of: string | undefined
  return (version) => {
    if (of !== version) reading = usedText(slug, version)
    of = version
    return reading as Promise<NewVersion>
  }
}

/** Begins the regrade of one exam that its policy asks for. */
export async function beginCorrection(
  slug: string,
  personId: string,
  { examId, version, policy, fields, reason, notice }: OneExam & Words,
  published: (version: string) => Promise<NewVersion>,
): Promise<{ regradeId: string }> {
  const question = await examQuestion(examId, slug)
  const unknown = fields.find((name) => !question.fields.includes(name))
  if (unknown !== undefined) throw invalid(`The question has no part ${unknown}.`, 'fields')
  if (policy === 'points' && version !== question.version) throw changed()
  const text = policy === 'points' ? null : await published(version)
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
