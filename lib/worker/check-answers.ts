import type { Executors } from '../../grader/backends/executor.ts'
import { type GradingRow, gradeBatch } from '../../grader/marking/grade-submission.ts'
import { gathering } from '../db/gathering.ts'
import { query } from '../db/query.ts'
import { definitionOf } from './load-submissions.ts'

type Stored = Omit<GradingRow, 'id'> & { checkId: string; questionVersionId: string }

/** Grades checks, those of one question together, and appends what came of each. */
async function gradeChecks(checkIds: readonly string[], executors: Executors): Promise<null[]> {
  const rows = await query<Stored>(
    `SELECT c.id AS "checkId", qv.id AS "questionVersionId",
       jsonb_build_object('slug', q.slug, 'version', qv.version, 'seed', v.seed, 'params', v.params,
         'arrangement', v.arrangement) AS variant, v.key, c.answers
     FROM attempt_check c
     JOIN variant_as_graded v ON v.attempt_id = c.attempt_id AND v.exam_question_id = c.exam_question_id
     JOIN exam_question q ON q.id = v.exam_question_id
     JOIN question_version qv ON qv.id = v.question_version_id
     WHERE c.id = ANY ($1)`,
    [checkIds],
  )
  for (const [versionId, checks] of Map.groupBy(rows, (row) => row.questionVersionId)) {
    const graded = await gradeBatch(
      await definitionOf(versionId),
      checks.map(({ checkId, variant, key, answers }) => ({ id: checkId, variant, key, answers })),
      executors,
    )
    await query(
      `INSERT INTO attempt_check_grading (check_id, result)
       SELECT id, grading FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, grading jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(graded)],
    )
  }
  return checkIds.map(() => null)
}

/** Answers checks as they come; those that come meanwhile are graded together. */
export function checking(executors: Executors): (checkId: string) => Promise<null> {
  return gathering<string, null>({
    lanes: 1,
    atMost: 32,
    mostWaiting: 400,
    lockOf: (checkId) => checkId,
    run: (checkIds) => gradeChecks(checkIds, executors),
  })
}
