import { afterAll, beforeAll, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { approveRegrade } from '../regrade/decide-regrade.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { runRegrade } from './regrade-run.ts'
import { runAgain } from './run-again.ts'
import { corrected, makeSums, minus, type Sums } from './testing/sums.ts'

let sums: Sums
beforeAll(async () => {
  sums = await makeSums()
}, 120_000)
afterAll(() => sums.end())

it('a regrade leaves two gradings, and each comes out again by the version and key that it was made with', async () => {
  const examId = await sums.published()
  const { attemptId, submissionId } = await sums.handIn(examId, minus, ['the second'])
  sums.write(corrected)
  const regradeId = await sums.ask(examId)
  await runRegrade(regradeId, sums.executors, { hands: async (id) => [ownHand(id, sums.executors)] })
  await approveRegrade(sums.people.ines, regradeId)
  expect(await takeOverRegrade(regradeId)).toBe('approved')

  const made = await query<{ id: string }>('SELECT id::text FROM grading WHERE submission_id = $1 ORDER BY id', [
    submissionId,
  ])
  expect(made).toHaveLength(2)
  const checks = await Promise.all(made.map(async ({ id }) => (await runAgain(id, sums.executors))[0]))
  expect(checks).toMatchObject([{ matches: true }, { matches: true }])
  expect(checks[0]?.version).not.toBe(checks[1]?.version)
  expect(checks[0]?.outputs).not.toBe(checks[1]?.outputs)

  // of an attempt, the gradings that count are run
  expect(await runAgain(attemptId, sums.executors)).toMatchObject([{ gradingId: made[1]?.id, matches: true }])
}, 180_000)
