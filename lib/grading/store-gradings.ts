import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import type { Query } from '../db/query.ts'

export interface NewGrading {
  submissionId: string
  examQuestionId: string
  questionVersionId: string
  /** the last decision on late content that was taken into account */
  amendment?: number
  /** the approved regrade whose correction it was lifted by */
  regradeId?: string | null
  grading: QuestionGrading
}

/** The same question of the same answers, by the same version and grader: one run, however often it is repeated. */
export function idempotenceKey({ submissionId, examQuestionId, amendment, regradeId, grading }: NewGrading): string {
  const late = amendment ? [`late-${amendment}`] : []
  // the same version and grader come to something else where a correction lifts it
  const under = regradeId ? [`under-${regradeId}`] : []
  return [submissionId, examQuestionId, grading.version, grading.execution.grader, ...under, ...late].join('/')
}

/**
 * Appends gradings; those stored before are left as they are, and so is one of a version that a regrade has replaced while
 * it was being made: the newest grading counts, and an old version must not come last. The same holds for one that a
 * correction since would lift, and for answers over which late content has been accepted since. Returns how many are new.
 */
export async function storeGradings(query: Query, gradings: readonly NewGrading[]): Promise<number> {
  if (gradings.length === 0) return 0
  const rows = gradings.map((entry) => ({
    submission: entry.submissionId,
    question: entry.examQuestionId,
    version: entry.questionVersionId,
    amendment: entry.amendment ?? 0,
    regrade: entry.regradeId ?? null,
    key: idempotenceKey(entry),
    result: entry.grading,
  }))
  const added = await query(
    `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
     SELECT submission, question, version, key, result
     FROM jsonb_to_recordset($1::jsonb) AS r(submission uuid, question uuid, version uuid, amendment bigint, regrade uuid, key text, result jsonb)
     JOIN exam_question q ON q.id = r.question AND q.question_version_id = r.version AND lifting_regrade(q) IS NOT DISTINCT FROM r.regrade
     WHERE amendment_of(r.submission) = r.amendment
     FOR SHARE OF q
     ON CONFLICT (idempotence_key) DO NOTHING RETURNING id`,
    [JSON.stringify(rows)],
  )
  return added.length
}
