import type { Principal } from '../auth/principal.ts'
import { inTransaction, query } from '../db/query.ts'
import { enqueue, sendingQueue } from '../db/queue.ts'
import { Refusal } from '../http/refusal.ts'
import { mayDecide, requireRegrade } from './require-regrade.ts'
import { staleness } from './staleness.ts'

type State = 'running' | 'ready' | 'approving' | 'approved' | 'discarded' | 'failed'

async function stateOf(regradeId: string): Promise<State | undefined> {
  const [row] = await query<{ state: State }>('SELECT state FROM regrade WHERE id = $1', [regradeId])
  return row?.state
}

const conflict = (message: string) => new Refusal(409, 'state', message)

/**
 * Approves a regrade whose report is there: its gradings are appended by the grading process and count from one moment to
 * the next. Refused where submissions have changed since the report. Approving again changes nothing.
 */
export async function approveRegrade(principal: Principal | null, regradeId: string): Promise<{ state: State }> {
  const { personId } = await requireRegrade(principal, regradeId, mayDecide)
  const problem = (await stateOf(regradeId)) === 'ready' ? await staleness(query, regradeId) : null
  if (problem) throw new Refusal(409, 'changed', problem)
  await sendingQueue()
  await inTransaction(async (run) => {
    const [taken] = await run(
      `UPDATE regrade SET state = 'approving', problem = NULL, decided_by = $2, decided_at = clock_timestamp()
       WHERE id = $1 AND state = 'ready' RETURNING id`,
      [regradeId, personId],
    )
    if (taken) await enqueue(run, 'regrade', [{ regradeId }])
  })
  const state = await stateOf(regradeId)
  if (state === 'approving' || state === 'approved') return { state }
  throw conflict('There is no report to approve yet, or this regrade was discarded.')
}

/** Discards a regrade, also one that is still running; what it found is kept and counts for nothing. */
export async function discardRegrade(principal: Principal | null, regradeId: string): Promise<{ state: State }> {
  const { personId } = await requireRegrade(principal, regradeId, mayDecide)
  await query(
    `UPDATE regrade SET state = 'discarded', decided_by = $2, decided_at = clock_timestamp()
     WHERE id = $1 AND state IN ('running', 'ready', 'failed')`,
    [regradeId, personId],
  )
  if ((await stateOf(regradeId)) === 'discarded') return { state: 'discarded' }
  throw conflict('This regrade has been approved: its gradings count.')
}

/** Takes a regrade up again: one that failed, or one whose exam has new submissions. What is done stays done. */
export async function resumeRegrade(principal: Principal | null, regradeId: string): Promise<{ state: State }> {
  await requireRegrade(principal, regradeId, mayDecide)
  await sendingQueue()
  await inTransaction(async (run) => {
    const [taken] = await run(
      `UPDATE regrade r SET state = 'running', problem = NULL WHERE id = $1 AND state IN ('ready', 'failed', 'running')
         AND NOT EXISTS (SELECT FROM regrade o WHERE o.exam_id = r.exam_id AND o.id <> r.id
           AND o.state IN ('running', 'ready', 'approving')) RETURNING id`,
      [regradeId],
    )
    if (taken) await enqueue(run, 'regrade', [{ regradeId }])
  })
  if ((await stateOf(regradeId)) === 'running') return { state: 'running' }
  throw conflict('This regrade has been decided, or another one of this exam is under way.')
}
