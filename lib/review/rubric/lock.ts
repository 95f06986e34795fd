import type { Query } from '../../db/query.ts'

/**
 * Reviewers hold a part's rubric together, who changes it holds it alone, to the end of the transaction: no review is
 * stored by a rubric that was replaced meanwhile. A statement of its own, so that the next one sees what was waited for.
 */
export async function lockRubric(run: Query, examQuestionId: string, field: string, how: 'shared' | 'alone') {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await run(`SELECT ${lock}(hashtextextended('rubric/' || $1 || '/' || $2, 0))`, [examQuestionId, field])
}
