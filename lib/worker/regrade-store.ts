import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import { inTransaction } from '../db/query.ts'
import type { FieldChange } from '../regrade/compare-fields.ts'

export interface NewOutcome {
  examQuestionId: string
  digest: string
  result: QuestionGrading
}

export interface NewResult {
  submissionId: string
  examQuestionId: string
  digest: string
  beforeGradingId: string
  changes: FieldChange[] | null
}

/** The regrade was discarded, or has ended, while a batch of it was under way. */
export class RegradeStopped extends Error {
  override name = 'RegradeStopped'
}

/** Stores a batch and counts it, in one transaction, while the regrade is running; otherwise nothing of it. */
export async function storeBatch(
  regradeId: string,
  outcomes: readonly NewOutcome[],
  results: readonly NewResult[],
): Promise<void> {
  // in one order whoever stores: two processes with the same answers must not wait for one another in a circle
  const sorted = outcomes.toSorted((a, b) => (a.examQuestionId + a.digest < b.examQuestionId + b.digest ? -1 : 1))
  await inTransaction(async (run) => {
    await run(
      `INSERT INTO regrade_outcome (regrade_id, exam_question_id, digest, result)
       SELECT $1, "examQuestionId", digest, result
       FROM jsonb_to_recordset($2::jsonb) AS r("examQuestionId" uuid, digest text, result jsonb)
       ON CONFLICT DO NOTHING`,
      [regradeId, JSON.stringify(sorted)],
    )
    const added = await run<{ submissionId: string }>(
      `INSERT INTO regrade_result (regrade_id, submission_id, exam_question_id, digest, before_grading_id, changes)
       SELECT $1, "submissionId", "examQuestionId", digest, "beforeGradingId", nullif(changes, 'null') FROM jsonb_to_recordset($2::jsonb)
         AS r("submissionId" uuid, "examQuestionId" uuid, digest text, "beforeGradingId" bigint, changes jsonb)
       ON CONFLICT DO NOTHING RETURNING submission_id AS "submissionId"`,
      [regradeId, JSON.stringify(results)],
    )
    const [running] = await run(
      `UPDATE regrade SET done = done + $2 WHERE id = $1 AND state = 'running' RETURNING id`,
      [regradeId, new Set(added.map(({ submissionId }) => submissionId)).size],
    )
    if (!running) throw new RegradeStopped(`Regrade ${regradeId} is not running any more.`)
  })
}
