import { type Query, query } from '../db/query.ts'
import { type ReleaseRow, type ReleaseState, releaseState } from './release-state.ts'

/**
 * A JSON object of the release in force of the exam `e`, or null: for queries over exams. Where results come at once and
 * nobody has decided otherwise it is what was planned to be shown.
 */
export const releaseInForce = `coalesce((SELECT jsonb_build_object('scope', scope, 'shows', shows,
    'requestsUntil', iso(requests_until), 'requestsOpen', coalesce(clock_timestamp() < requests_until, false),
    'requestsAtMost', requests_at_most) FROM release_in_force(e.id)),
  CASE WHEN e.release_policy = 'at-once' AND e.release_plan IS NOT NULL THEN jsonb_build_object('scope', 'computed',
    'shows', e.release_plan->'shows', 'requestsUntil', NULL, 'requestsOpen', false, 'requestsAtMost', NULL) END)`

/** What students may read of an exam's results now. Who asks in a transaction asks on its connection. */
export async function readRelease(examId: string, run: Query = query): Promise<ReleaseState> {
  const [row] = await run<{ policy: ReleaseState['policy']; row: ReleaseRow | null }>(
    `SELECT e.release_policy AS policy, ${releaseInForce} AS row FROM exam e WHERE e.id = $1`,
    [examId],
  )
  return row ? releaseState(row.policy, row.row) : releaseState('by-staff', null)
}
