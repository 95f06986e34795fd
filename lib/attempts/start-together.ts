import { gathering } from '../db/gathering.ts'
import { query } from '../db/query.ts'

interface Start {
  examId: string
  personId: string
  number: number
}

/**
 * Starts of a class share statements. Each refers to the same exam, questions and variants, and transactions side by side
 * that refer to the same rows are in each other's way: two lanes of twenty begin three times as many as ten of one.
 */
export const startTogether = gathering<Start, string | null>({
  lanes: 2,
  atMost: 20,
  mostWaiting: 1_500,
  lockOf: (start) => start.examId + start.personId,
  async run(starts) {
    const rows = await query<{ attemptId: string | null }>(
      `SELECT start_attempt(x.exam, x.person, x.number) AS "attemptId"
       FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS x(exam, person, number)`,
      [starts.map((start) => start.examId), starts.map((start) => start.personId), starts.map((start) => start.number)],
    )
    return rows.map(({ attemptId }) => attemptId)
  },
})
