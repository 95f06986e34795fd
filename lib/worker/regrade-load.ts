import type { GradingRow } from '../../grader/marking/grade-submission.ts'
import { query } from '../db/query.ts'
import type { Judged } from '../regrade/compare-fields.ts'

/** One question of one submission, as a regrade takes it up. */
export interface RegradeTask {
  submissionId: string
  examQuestionId: string
  variantId: string
  /** the same for the same answers to the same variant */
  digest: string
  answers: GradingRow['answers']
  /** the grading that counts now */
  beforeGradingId: string
  before: Judged[]
}

type Row = Omit<RegradeTask, 'answers' | 'before'> & {
  answers: GradingRow['answers'] | null
  before: [Judged['field'], Judged['verdict'], Judged['score'], Judged['points']][]
}

/** The regraded questions of submissions with answers and what they came to before: one statement for all of them. */
export async function loadRegradeTasks(regradeId: string, submissionIds: readonly string[]): Promise<RegradeTask[]> {
  const rows = await query<Row>(
    `WITH answer AS (
       SELECT submission_id, split_part(field, '.', 1) AS slug,
         jsonb_object_agg(substr(field, strpos(field, '.') + 1), value) AS answers
       FROM answer_that_counts WHERE submission_id = ANY ($2) GROUP BY 1, 2
     )
     SELECT s.id AS "submissionId", aq.exam_question_id AS "examQuestionId", aq.variant_id AS "variantId",
       encode(sha256(convert_to(concat(aq.variant_id, a.answers), 'UTF8')), 'hex') AS digest, a.answers,
       g.id::text AS "beforeGradingId",
       (SELECT jsonb_agg(jsonb_build_array(f->'field', f->'verdict', f->'score', f->'points'))
         FROM jsonb_array_elements(g.result->'fields') f) AS before
     FROM submission s
     JOIN attempt_question aq ON aq.attempt_id = s.attempt_id
     JOIN regrade_question d ON d.regrade_id = $1 AND d.exam_question_id = aq.exam_question_id AND d.problem IS NULL
     JOIN exam_question q ON q.id = aq.exam_question_id
     JOIN LATERAL (SELECT id, result FROM grading WHERE submission_id = s.id AND exam_question_id = aq.exam_question_id
       ORDER BY id DESC LIMIT 1) g ON true
     LEFT JOIN answer a ON a.submission_id = s.id AND a.slug = q.slug
     WHERE s.id = ANY ($2)`,
    [regradeId, submissionIds],
  )
  return rows.map(({ answers, before, ...task }) => ({
    ...task,
    answers: answers ?? {},
    before: (before ?? []).map(([field, verdict, score, points]) => ({ field, verdict, score, points })),
  }))
}

/**
 * The submissions that are left of a regrade, in the order of their ids: graded once, and not in the regrade yet.
 * One that still waits for its first grading is left for later.
 */
export async function submissionsLeft(regradeId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT x.submission_id AS id FROM regrade_asked x
     LEFT JOIN regrade_result y ON y.regrade_id = x.regrade_id AND y.submission_id = x.submission_id
       AND y.exam_question_id = x.exam_question_id
     WHERE x.regrade_id = $1 GROUP BY 1
     HAVING bool_or(y.regrade_id IS NULL) AND bool_and(EXISTS (
       SELECT FROM grading g WHERE g.submission_id = x.submission_id AND g.exam_question_id = x.exam_question_id))
     ORDER BY 1`,
    [regradeId],
  )
  return rows.map(({ id }) => id)
}
