import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { askCorrection } from '../questions/versions/corrections/ask-correction.ts'
import { versionOfText } from '../questions/versions/texts.ts'
import { approveRegrade } from '../regrade/decide-regrade.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { runRegrade } from './regrade-run.ts'
import { corrected, type Handed, makeSums, minus, plus, type Sums, wrong } from './testing/sums.ts'

let sums: Sums
let examId: string
let handed: Handed
beforeAll(async () => {
  sums = await makeSums()
})
afterAll(() => sums.end())
beforeEach(async () => {
  examId = await sums.published()
  handed = await sums.handIn(examId, plus)
})

async function takeOver(regradeId: string) {
  await runRegrade(regradeId, sums.executors, { hands: async (id) => [ownHand(id, sums.executors)] })
  await approveRegrade(sums.people.ines, regradeId)
  expect(await takeOverRegrade(regradeId)).toBe('approved')
}

/** How often it was asked for that a submission be graded; handing it in is once. */
const asked = async ({ submissionId }: Handed) =>
  (await query("SELECT FROM pgboss.job WHERE name = 'grade' AND data->>'submissionId' = $1", [submissionId])).length

/** A grading that was made before the approval, by the version that somebody else was graded by first. */
const gradedBefore = ({ submissionId }: Handed) =>
  query(
    `INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result, created_at)
     SELECT $1, exam_question_id, question_version_id, $2, result, created_at FROM grading WHERE submission_id = $3 ORDER BY id LIMIT 1`,
    [submissionId, randomUUID(), handed.submissionId],
  )

it('whoever was graded by the old version, or not at all, when a regrade was taken over is graded by the new one', async () => {
  sums.write(corrected)
  const regradeId = await sums.ask(examId)
  await takeOver(regradeId)
  const [never, meanwhile, since] = [
    await sums.handIn(examId, minus, [], false),
    await sums.handIn(examId, minus, [], false),
    await sums.handIn(examId, minus),
  ]
  await gradedBefore(meanwhile)
  // as where the process ended between the approval and this
  expect(await takeOverRegrade(regradeId)).toBe('skipped')
  expect(await Promise.all([never, meanwhile, since, handed].map(asked))).toEqual([2, 2, 1, 1])
}, 120_000)

it('so is whoever was graded by the same version, but without what a correction gives', async () => {
  const body = { examId, version: versionOfText(wrong), policy: 'points' as const, reason: 'Nobody could know.' }
  const { regradeId } = await askCorrection(sums.people.ines, 'sum', body)
  await takeOver(regradeId)
  const [meanwhile, since] = [await sums.handIn(examId, minus, [], false), await sums.handIn(examId, minus)]
  await gradedBefore(meanwhile)
  expect(await takeOverRegrade(regradeId)).toBe('skipped')
  expect(await Promise.all([meanwhile, since, handed].map(asked))).toEqual([2, 1, 1])
}, 120_000)
