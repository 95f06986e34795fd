import { gathering } from '../db/gathering.ts'
import { savePool } from '../db/pool.ts'
import { inTransaction } from '../db/query.ts'
import { handOver } from './hand-over.ts'

interface Handing {
  attemptId: string
  personId: string
  epoch: number
  /** JSON as `submit_attempt` takes it */
  revisions: string
}

/** What `submit_attempt` decided; null: the attempt is not this person's. */
export type Outcome =
  | { refused: 'missing'; fields: string[] }
  | { refused: 'stale' | 'epoch'; epoch: number }
  | { refused?: undefined; submissionId: string; frozenAt: string; digest: string; fresh: boolean }

/** A class hands in during the last second: several freeze, are signed and enqueued for grading in one transaction. */
export const submitTogether = gathering<Handing, Outcome | null>({
  lanes: 2,
  atMost: 12,
  mostWaiting: 1_500,
  lockOf: (handing) => handing.attemptId,
  run: (handings) =>
    inTransaction(async (query) => {
      const rows = await query<{ outcome: Outcome | null }>(
        `SELECT submit_attempt(x.attempt, x.person, x.epoch, x.revisions::jsonb) AS outcome
         FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) AS x(attempt, person, epoch, revisions)`,
        [
          handings.map((handing) => handing.attemptId),
          handings.map((handing) => handing.personId),
          handings.map((handing) => handing.epoch),
          handings.map((handing) => handing.revisions),
        ],
      )
      const outcomes = rows.map(({ outcome }) => outcome)
      const fresh = outcomes.flatMap((outcome) =>
        outcome && outcome.refused === undefined && outcome.fresh ? [outcome.submissionId] : [],
      )
      await handOver(query, fresh)
      return outcomes
    }, savePool()),
})
