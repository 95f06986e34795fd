import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import type { Query } from '../db/query.ts'

export interface NewGrading {
  submissionId: string
  examQuestionId: string
  questionVersionId: string
  /** the last decision on late content that was taken into account */
  amendment?: number
  grading: QuestionGrading
}

/** The same question of the same answers, by the same version and grader: one run, however often it is repeated. */
export function idempotenceKey({ submissionId, examQuestionId, amendment, grading }: NewGrading): string {
  const late = amendment ? [`late-${amendment}`] : []
  return [submissionId, examQuestionId, grading.version, grading.execution.grader, ...late].join('/')
}

/**
 * Appends gradings; those stored before are left as they are, and so is one of a version that a regrade has replaced while
 * it was being made: the newest grading counts, and an old version must not come last. The same holds for answers over which
 * late content has been accepted since. Returns how many are new.
 */
export async function storeGradings(query: Query, gradings: readonly NewGrading[]): Promise<number> {
  if (gradings.length === 0) return 0
  const rows = gradings.map((entry) => ({
    submission: entry.submissionId,
    question: entry.examQuestionId,
    version: entry.questionVersionId,
    amendment: entry.amendment ?? 0,
    key: idempotenceKey(entry),
    result: entry.grading,
  }))
  const added = await query(
    `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
     SELECT submission, question, version, key, result
     FROM jsonb_to_recordset($1::jsonb) AS r(submission uuid, question uuid, version uuid, amendment bigint, key text, result jsonb)
     JOIN exam_question q ON q.id = r.question AND q.question_version_id = r.version
     WHERE amendment_of(r.submission) = r.amendment
     FOR SHARE OF q
     ON CONFLICT (idempotence_key) DO NOTHING RETURNING id`,
    [JSON.stringify(rows)],
  )
  return added.length
}
