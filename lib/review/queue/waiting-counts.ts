import type { Query } from '../../db/query.ts'

/** How many answers of an exam wait for a person, and how many of them because their reference failed. */
export async function waitingCounts(run: Query, examId: string): Promise<{ waiting: number; broken: number }> {
  const [row] = await run<{ waiting: number; broken: number }>(
    `SELECT coalesce(sum(n), 0)::int AS waiting, coalesce(sum(n) FILTER (WHERE why = 'broken'), 0)::int AS broken
     FROM review_count WHERE exam_id = $1 AND why IS NOT NULL AND NOT decided`,
    [examId],
  )
  return row ?? { waiting: 0, broken: 0 }
}
