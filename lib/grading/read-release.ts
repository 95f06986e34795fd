import { query } from '../db/query.ts'
import { type ReleaseState, releaseState } from './release-state.ts'

/** What students may read of an exam's results now. */
export async function readRelease(examId: string): Promise<ReleaseState> {
  const [row] = await query<{ policy: ReleaseState['policy']; scope: 'none' | 'computed' | 'all' | null }>(
    `SELECT release_policy AS policy, (SELECT scope FROM release WHERE exam_id = $1 ORDER BY id DESC LIMIT 1) AS scope
     FROM exam WHERE id = $1`,
    [examId],
  )
  return row ? releaseState(row.policy, row.scope) : releaseState('by-staff', null)
}
