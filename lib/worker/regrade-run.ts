import os from 'node:os'
import type { Executors } from '../../grader/backends/executor.ts'
import { query } from '../db/query.ts'
import { makeReport } from '../regrade/make-report.ts'
import type { BatchFigures } from './regrade-batch.ts'
import { nothingDone, regradeBatches } from './regrade-batches.ts'
import { type Hand, ownHand, processHand } from './regrade-hands.ts'
import { prepareQuestions } from './regrade-prepare.ts'
import { RegradeStopped } from './regrade-store.ts'

/** Submissions in a batch: what is lost by a kill, and what is stored in one transaction. */
const batchSize = 250
/** Below this many submissions the start of other processes takes longer than the work. */
const fewSubmissions = 300

export interface RunOptions {
  size?: number
  /** who does it; chosen by how much there is to do where nothing is said */
  hands?: (regradeId: string, executors: Executors, submissions: number) => Promise<Hand[]>
}

/** One process a core, two at most; small classes are regraded here. */
async function usualHands(regradeId: string, executors: Executors, submissions: number): Promise<Hand[]> {
  const processes = Math.min(2, os.availableParallelism())
  if (submissions < fewSubmissions || processes < 2) return [ownHand(regradeId, executors)]
  return Array.from({ length: processes }, () => processHand(regradeId, executors.choice.backend))
}

/** Counts what there is to do; what is done already is counted by the batches that did it. */
async function countSubmissions(regradeId: string): Promise<number> {
  const [row] = await query<{ left: number }>(
    `UPDATE regrade r SET submissions = (SELECT count(DISTINCT x.submission_id) FROM regrade_asked x WHERE x.regrade_id = r.id)
     WHERE id = $1 AND state = 'running' RETURNING submissions - done AS left`,
    [regradeId],
  )
  if (!row) throw new RegradeStopped(`Regrade ${regradeId} is not running any more.`)
  return row.left
}

async function finish(regradeId: string): Promise<void> {
  const report = await makeReport(regradeId)
  await query(`UPDATE regrade SET state = 'ready', problem = NULL, report = $2 WHERE id = $1 AND state = 'running'`, [
    regradeId,
    JSON.stringify(report),
  ])
}

/** A regrade none of whose questions can be regraded ends here, with the reasons. */
async function giveUp(regradeId: string): Promise<void> {
  await query(
    `UPDATE regrade SET state = 'failed', problem = coalesce((SELECT string_agg(q.slug || ': ' || d.problem, E'\n' ORDER BY q.position)
       FROM regrade_question d JOIN exam_question q ON q.id = d.exam_question_id WHERE d.regrade_id = $1), 'There is nothing to regrade.')
     WHERE id = $1 AND state = 'running'`,
    [regradeId],
  )
}

/**
 * Runs a regrade to its report: keys under the new versions, then every submission, batch by batch. Killed at any moment,
 * it goes on where the last batch was stored; discarded meanwhile, it ends without another word. Nothing of it counts
 * before a person approves.
 */
export async function runRegrade(
  regradeId: string,
  executors: Executors,
  { size = batchSize, hands = usualHands }: RunOptions = {},
): Promise<BatchFigures> {
  const [regrade] = await query(`SELECT id FROM regrade WHERE id = $1 AND state = 'running'`, [regradeId])
  if (!regrade) return nothingDone
  let working: Hand[] = []
  try {
    // other processes start up while the keys are made here
    working = await hands(regradeId, executors, await countSubmissions(regradeId))
    if ((await prepareQuestions(regradeId, executors)) === 0) {
      await giveUp(regradeId)
      return nothingDone
    }
    // without those who were asked only what cannot be regraded
    await countSubmissions(regradeId)
    const figures = await regradeBatches(regradeId, working, size)
    await finish(regradeId)
    return figures
  } catch (error) {
    if (error instanceof RegradeStopped) return nothingDone
    throw error
  } finally {
    for (const hand of working) hand.stop()
  }
}

/** Regrading broke, every time: staff see why. What is stored stays, and it can be taken up again. */
export async function regradeBroke(regradeId: string, reason: string): Promise<void> {
  await query(
    `UPDATE regrade SET state = CASE state WHEN 'approving' THEN 'ready' ELSE 'failed' END::regrade_state, problem = $2
     WHERE id = $1 AND state IN ('running', 'approving')`,
    [regradeId, `It broke off: ${reason}`],
  )
}
