import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { approveRegrade } from '../regrade/decide-regrade.ts'
import { regradeDetail } from '../regrade/regrade-detail.ts'
import { scoreReview } from '../review/score-review.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { runRegrade } from './regrade-run.ts'
import { corrected, earned, gradings, type Handed, makeSums, minus, plus, type Sums, wrong } from './testing/sums.ts'

let sums: Sums
beforeAll(async () => {
  sums = await makeSums()
  sums.write(wrong, 'other')
})
afterAll(() => sums.end())

const report = async (regradeId: string) => {
  await runRegrade(regradeId, sums.executors, { hands: async (id) => [ownHand(id, sums.executors)] })
  return regradeDetail(sums.people.ines, regradeId)
}
const approve = async (regradeId: string) => {
  await approveRegrade(sums.people.ines, regradeId)
  expect(await takeOverRegrade(regradeId)).toBe('approved')
}
const questions = ['sum', 'other'].map((slug) => ({ slug, points: 8 }))

describe('an exam that gives everybody one of two questions, and two attempts', () => {
  const given = async ({ attemptId }: Handed) =>
    (
      await query<{ slug: string }>(
        'SELECT q.slug FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id WHERE aq.attempt_id = $1',
        [attemptId],
      )
    )[0]?.slug

  it('is regraded for those who had the question, and everybody is named once', async () => {
    const examId = await sums.published({
      sections: [{ pick: 1, questions }],
      questions: [],
      attemptsAllowed: 2,
      attemptCounts: 'best',
    })
    const first = await sums.handIn(examId, plus)
    // whoever had one of them has the other one now
    const second = await sums.handIn(examId, plus, [], true, first)
    const [had, had2] = [await given(first), await given(second)]
    expect([had, had2].sort()).toEqual(['other', 'sum'])
    sums.write(corrected)
    const regradeId = await sums.ask(examId)
    const detail = await report(regradeId)
    expect(detail).toMatchObject({ state: 'ready', submissions: 1, done: 1 })
    const regraded = had === 'sum' ? first : second
    expect(detail.report?.students).toEqual([{ attemptId: regraded.attemptId, before: 0, after: 4 }])
    await approve(regradeId)
    expect([await earned(first), await earned(second)].sort()).toEqual([0, 4])
    const untouched = had === 'sum' ? second : first
    expect(await gradings(untouched.submissionId)).toHaveLength(1)
    const asked = "SELECT FROM pgboss.job WHERE name = 'grade' AND data->>'submissionId' = $1"
    expect(await query(asked, [untouched.submissionId])).toHaveLength(1)
  }, 60_000)
})

it('a decision that was taken back keeps no points from changing', async () => {
  const examId = await sums.published()
  const handed = await sums.handIn(examId, minus)
  const score = { submissionId: handed.submissionId, field: 'sum.total', reason: 'looked again' }
  await scoreReview(sums.people.tara, { ...score, version: 0, points: 3 })
  sums.write(corrected)
  const held = await sums.ask(examId)
  expect((await report(held)).report?.students).toMatchObject([{ before: 3, after: 3 }])
  await approve(held)
  const again = await sums.published()
  const open = await sums.handIn(again, minus)
  for (const [version, points] of [3, null].entries())
    await scoreReview(sums.people.tara, { ...score, submissionId: open.submissionId, version, points })
  sums.write(corrected)
  const regradeId = await sums.ask(again)
  expect((await report(regradeId)).report?.students).toMatchObject([{ before: 4, after: 0 }])
  await approve(regradeId)
  expect(await earned(open)).toBe(0)
}, 60_000)
