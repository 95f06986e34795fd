import { startExecutors } from '../../grader/backends/ladder.ts'
import { guardedJudge } from '../../grader/marking/formula/guard/guarded-judge.ts'
import { closePools } from '../db/pool.ts'
import { type Hand, type HandAnswer, type HandRequest, ownHand } from './regrade-hands.ts'
import { RegradeStopped } from './regrade-store.ts'

/** `node regrade-process.ts <regrade>`: regrades the batches that the process above sends, until it goes. */
const [regradeId = ''] = process.argv.slice(2)
const answer = (message: HandAnswer) => process.send?.(message)

let hand: Promise<Hand> | undefined
process.on('message', async ({ batch, submissionIds }: HandRequest) => {
  try {
    hand ??= startExecutors().then((executors) => ownHand(regradeId, { ...executors, formulas: guardedJudge() }))
    answer({ batch, figures: await (await hand).regrade(submissionIds) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer({ batch, stopped: error instanceof RegradeStopped, message })
  }
})
process.on('disconnect', () => void closePools().finally(() => process.exit(0)))
