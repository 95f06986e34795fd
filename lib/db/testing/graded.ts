import type { FieldGrading, QuestionGrading } from '../../../grader/marking/verdict.ts'
import { storeGradings } from '../../grading/store-gradings.ts'
import { query } from '../query.ts'

type Scores = Record<string, Partial<FieldGrading>>

const usual: Scores = { y: { verdict: 'right', score: 1 }, why: { verdict: 'review', score: null } }

/** Gradings for the questions of `makeExam`, as the grading process would append them: y right, why for a person. */
export async function gradeAsStored(submissionId: string, scores: Scores = usual, grader = 'test'): Promise<void> {
  const rows = await query<{ examQuestionId: string; questionVersionId: string; slug: string; version: string }>(
    `SELECT q.id AS "examQuestionId", q.question_version_id AS "questionVersionId", q.slug, v.version
     FROM submission s JOIN attempt_question aq ON aq.attempt_id = s.attempt_id
     JOIN exam_question q ON q.id = aq.exam_question_id JOIN question_version v ON v.id = q.question_version_id
     WHERE s.id = $1`,
    [submissionId],
  )
  const fields = Object.entries(scores).map(([field, given]): FieldGrading => {
    const kind = field === 'y' ? 'number' : 'text'
    return { field, kind, verdict: 'wrong', score: 0, points: field === 'y' ? 2 : 1, ...given }
  })
  const execution = { backend: 'cpu', adapter: '', tfjs: '4', node: '24', grader, milliseconds: 1 }
  const gradings = rows.map(({ slug, version, ...ids }) => {
    const grading: QuestionGrading = { slug, version, seed: 'secret-seed', fields, firstWrongStep: null, execution }
    return { submissionId, ...ids, grading }
  })
  await storeGradings(query, gradings)
}
