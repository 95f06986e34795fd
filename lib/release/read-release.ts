import { type Query, query } from '../db/query.ts'
import { type ReleaseState, releaseState } from './release-state.ts'

/** What students may read of an exam's results now. Who asks in a transaction asks on its connection. */
export async function readRelease(examId: string, run: Query = query): Promise<ReleaseState> {
  const [row] = await run<{ policy: ReleaseState['policy']; scope: 'none' | 'computed' | 'all' | null }>(
    `SELECT release_policy AS policy, (SELECT scope FROM release WHERE exam_id = $1 ORDER BY id DESC LIMIT 1) AS scope
     FROM exam WHERE id = $1`,
    [examId],
  )
  return row ? releaseState(row.policy, row.scope) : releaseState('by-staff', null)
}
