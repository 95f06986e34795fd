import { startExecutors } from '../../../grader/backends/ladder.ts'
import { query } from '../../db/query.ts'
import { makeReport } from '../../regrade/make-report.ts'
import type { BatchFigures } from '../../worker/regrade-batch.ts'
import { regradeBatches } from '../../worker/regrade-batches.ts'
import { processHand } from '../../worker/regrade-hands.ts'
import { prepareQuestions } from '../../worker/regrade-prepare.ts'

export interface RegradeFigures extends BatchFigures {
  /** seconds: keys under the new versions, all batches, report, and all of it */
  preparing: number
  batches: number
  reporting: number
  total: number
}

const processes = 2
const batchSize = 250

async function newRegrade(examId: string): Promise<string> {
  await query(`UPDATE regrade SET state = 'discarded' WHERE exam_id = $1 AND state <> 'discarded'`, [examId])
  const [regrade] = await query<{ id: string }>(
    `INSERT INTO regrade (exam_id, slugs, asked_by)
     SELECT $1, (SELECT array_agg(slug) FROM exam_question WHERE exam_id = $1), (SELECT id FROM person LIMIT 1) RETURNING id`,
    [examId],
  )
  return regrade?.id ?? ''
}

/** Regrades the whole exam once, from the database into the database, on two processes; discarded at the end. */
export async function measureRegrade(examId: string, backend: string): Promise<RegradeFigures> {
  const regradeId = await newRegrade(examId)
  const executors = await startExecutors({ REFEREE_BACKEND: backend })
  const begun = performance.now()
  const hands = Array.from({ length: processes }, () => processHand(regradeId, backend))
  await prepareQuestions(regradeId, executors)
  const prepared = performance.now()
  const figures = await regradeBatches(regradeId, hands, batchSize)
  const graded = performance.now()
  await makeReport(regradeId)
  const reported = performance.now()
  for (const hand of hands) hand.stop()
  return {
    ...figures,
    preparing: (prepared - begun) / 1000,
    batches: (graded - prepared) / 1000,
    reporting: (reported - graded) / 1000,
    total: (reported - begun) / 1000,
  }
}
