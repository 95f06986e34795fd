import type { Query } from '../../db/query.ts'

/** Who changes the groups of a part, or makes them, is alone with them to the end of the transaction. */
export async function lockGroups(run: Query, examQuestionId: string, field: string): Promise<void> {
  await run(`SELECT pg_advisory_xact_lock(hashtextextended('groups/' || $1 || '/' || $2, 0))`, [examQuestionId, field])
}
