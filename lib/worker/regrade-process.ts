import { startExecutors } from '../../grader/backends/ladder.ts'
import { guardedJudge } from '../../grader/marking/formula/guard/guarded-judge.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { type Hand, type HandAnswer, type HandRequest, ownHand } from './regrade-hands.ts'
import { RegradeStopped } from './regrade-store.ts'
import { warmUp } from './warm-up.ts'

/**
 * `node regrade-process.ts <regrade>`: regrades the batches that the process above sends, until it goes. Warms up meanwhile:
 * the keys are being made when it starts.
 */
const [regradeId = ''] = process.argv.slice(2)
const answer = (message: HandAnswer) => process.send?.(message)

async function start(): Promise<Hand> {
  const executors = { ...(await startExecutors()), formulas: guardedJudge() }
  const [regrade] = await query<{ examId: string }>('SELECT exam_id AS "examId" FROM regrade WHERE id = $1', [
    regradeId,
  ])
  // what a question does not survive, its batch reports
  if (regrade) await warmUp(executors, regrade.examId).catch(() => {})
  return ownHand(regradeId, executors)
}

const hand = start()
hand.catch(() => {})
process.on('message', async ({ batch, submissionIds }: HandRequest) => {
  try {
    answer({ batch, figures: await (await hand).regrade(submissionIds) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer({ batch, stopped: error instanceof RegradeStopped, message })
  }
})
process.on('disconnect', () => void closePools().finally(() => process.exit(0)))
