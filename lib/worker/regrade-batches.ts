import type { BatchFigures } from './regrade-batch.ts'
import type { Hand } from './regrade-hands.ts'
import { submissionsLeft } from './regrade-load.ts'

/** Batches that a hand has at a time: while one computes, the next is loaded and the last one stored. */
const ahead = 2

export const nothingDone: BatchFigures = {
  submissions: 0,
  answers: 0,
  questions: 0,
  repeated: 0,
  loading: 0,
  grading: 0,
  storing: 0,
  processor: 0,
}

/** Hands out the submissions that are left, batch by batch in the order of their ids, until there are none. */
export async function regradeBatches(regradeId: string, hands: readonly Hand[], size: number): Promise<BatchFigures> {
  const total = { ...nothingDone }
  const left = await submissionsLeft(regradeId)
  let at = 0
  let broken = false
  const work = async (hand: Hand) => {
    while (at < left.length && !broken) {
      const ids = left.slice(at, at + size)
      at += size
      const figures = await hand.regrade(ids)
      for (const key of Object.keys(total) as (keyof BatchFigures)[]) total[key] += figures[key]
    }
  }
  const lanes = hands
    .flatMap((hand) => Array.from({ length: ahead }, () => hand))
    .map((hand) =>
      work(hand).catch((error: unknown) => {
        broken = true
        throw error
      }),
    )
  const ended = await Promise.allSettled(lanes)
  const failure = ended.find((lane) => lane.status === 'rejected')
  if (failure) throw failure.reason
  return total
}
