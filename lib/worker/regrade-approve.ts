import { inTransaction, type Query, query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { staleness } from '../regrade/staleness.ts'
import { correctionsTakeEffect } from './corrections/take-effect.ts'

const submissionsAtOnce = 500

/** Appends the gradings of a regrade, a chunk of submissions a statement. */
async function appendGradings(run: Query, regradeId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const chunk: { id: string }[] = await run<{ id: string }>(
      `SELECT DISTINCT submission_id AS id FROM regrade_result WHERE regrade_id = $1 AND ($2::uuid IS NULL OR submission_id > $2)
       ORDER BY 1 LIMIT $3`,
      [regradeId, after, submissionsAtOnce],
    )
    if (chunk.length === 0) return
    const ids = chunk.map(({ id }) => id)
    after = ids.at(-1) ?? null
    await run(
      `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
       SELECT x.submission_id, x.exam_question_id, d.new_version_id,
         regrade_grading_key(x), o.result
       FROM regrade_result x JOIN regrade_outcome o USING (regrade_id, exam_question_id, digest)
       JOIN regrade_question d USING (regrade_id, exam_question_id)
       WHERE x.regrade_id = $1 AND x.submission_id = ANY ($2) ORDER BY x.submission_id, x.exam_question_id
       ON CONFLICT (idempotence_key) DO NOTHING`,
      [regradeId, ids],
    )
  }
}

/** From here on the exam's questions are the new versions, for what students see and for gradings to come. */
async function switchVersions(run: Query, regradeId: string): Promise<void> {
  await run(
    `UPDATE exam_question q SET question_version_id = d.new_version_id, regrade_id = $1
     FROM regrade_question d WHERE d.regrade_id = $1 AND d.exam_question_id = q.id AND d.problem IS NULL`,
    [regradeId],
  )
}

/** Submissions that were being graded by the old version meanwhile, or had not been graded yet: they are graded by the new one. */
async function gradeTheRest(regradeId: string): Promise<void> {
  await sendingQueue()
  await inTransaction(async (run) => {
    const rest = await run<{ id: string }>(
      `SELECT DISTINCT a.submission_id AS id FROM regrade r JOIN regrade_question d ON d.regrade_id = r.id
       JOIN regrade_asked a ON a.regrade_id = r.id AND a.exam_question_id = d.exam_question_id
       WHERE r.id = $1 AND NOT EXISTS (SELECT FROM grading g WHERE g.submission_id = a.submission_id
         AND g.exam_question_id = d.exam_question_id AND g.question_version_id = d.new_version_id
         AND (g.created_at >= r.decided_at OR NOT EXISTS (
           SELECT FROM question_correction c WHERE c.regrade_id = r.id AND c.exam_question_id = d.exam_question_id)
           OR EXISTS (SELECT FROM regrade_result x WHERE x.regrade_id = r.id AND x.submission_id = a.submission_id
             AND g.idempotence_key = regrade_grading_key(x))))`,
      [regradeId],
    )
    await enqueue(
      run,
      'grade',
      rest.map(({ id }) => ({ submissionId: id })),
    )
  })
}

/** What was regraded is not what there is now: rolls the approval back. */
class Stale extends Error {}

async function takeOver(run: Query, regradeId: string): Promise<'approved' | 'skipped'> {
  const [regrade] = await run(`SELECT id FROM regrade WHERE id = $1 AND state = 'approving' FOR UPDATE`, [regradeId])
  if (!regrade) return 'skipped'
  await appendGradings(run, regradeId)
  // gradings that are being stored wait from here on, and are refused after: they are of the old version
  await run(
    `SELECT q.id FROM exam_question q JOIN regrade_question d ON d.exam_question_id = q.id
     WHERE d.regrade_id = $1 ORDER BY q.id FOR NO KEY UPDATE OF q`,
    [regradeId],
  )
  const problem = await staleness(run, regradeId)
  if (problem) throw new Stale(problem)
  await switchVersions(run, regradeId)
  await correctionsTakeEffect(run, regradeId)
  await run(`UPDATE regrade SET state = 'approved', problem = NULL, decided_at = clock_timestamp() WHERE id = $1`, [
    regradeId,
  ])
  return 'approved'
}

/**
 * Makes an approved regrade count: appends its gradings and turns the exam's questions to the new versions, all in one
 * transaction, so that nobody ever sees half of it. Interrupted, nothing has happened and it is done again; done twice, it
 * is done once. Where submissions have changed since the report, it goes back to staff with the reason.
 */
export async function takeOverRegrade(regradeId: string): Promise<'approved' | 'changed' | 'skipped'> {
  try {
    const outcome = await inTransaction((run) => takeOver(run, regradeId))
    const [regrade] = await query(`SELECT id FROM regrade WHERE id = $1 AND state = 'approved'`, [regradeId])
    // also where an earlier run was interrupted between the two
    if (regrade) await gradeTheRest(regradeId)
    return outcome
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    await query(
      `UPDATE regrade SET state = 'ready', problem = $2, decided_by = NULL, decided_at = NULL
       WHERE id = $1 AND state = 'approving'`,
      [regradeId, error.message],
    )
    return 'changed'
  }
}
