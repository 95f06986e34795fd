import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { maySee, requireRegrade } from './require-regrade.ts'

export interface RegradeProgress {
  id: string
  state: 'running' | 'ready' | 'approving' | 'approved' | 'discarded' | 'failed'
  submissions: number
  done: number
  problem: string | null
}

/** How far a regrade is: small, for it is asked for again and again. */
export async function regradeProgress(principal: Principal | null, regradeId: string): Promise<RegradeProgress> {
  await requireRegrade(principal, regradeId, maySee)
  const [row] = await query<RegradeProgress>(
    'SELECT id, state, submissions, done, problem FROM regrade WHERE id = $1',
    [regradeId],
  )
  return row as RegradeProgress
}
