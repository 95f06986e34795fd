import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { askCorrection } from '../questions/versions/corrections/ask-correction.ts'
import { versionOfText } from '../questions/versions/texts.ts'
import { askRegrade } from '../regrade/ask-regrade.ts'
import { approveRegrade } from '../regrade/decide-regrade.ts'
import { regradeDetail } from '../regrade/regrade-detail.ts'
import { regradeProgress } from '../regrade/regrade-progress.ts'
import { scoreReview } from '../review/score-review.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { ownHand } from './regrade-hands.ts'
import { runRegrade } from './regrade-run.ts'
import { corrected, earned, gradings, type Handed, makeSums, minus, plus, type Sums, wrong } from './testing/sums.ts'

/** Nothing is sent here: it is only written down. */
const mail = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Exams <exams@example.edu>',
  NEXTAUTH_URL: 'http://127.0.0.1',
}

let sums: Sums
beforeAll(async () => {
  Object.assign(process.env, mail)
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
  const had = async ({ attemptId }: Handed) =>
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
    expect([await had(first), await had(second)].sort()).toEqual(['other', 'sum'])
    const [regraded, untouched] = (await had(first)) === 'sum' ? [first, second] : [second, first]
    sums.write(corrected)
    // the other one cannot be regraded: whoever had only that is left as they are
    sums.write(wrong.replace('a - b', 'a - nowhere'), 'other')
    const { regradeId } = await askRegrade(sums.people.ines, examId, { questions: ['sum', 'other'] })
    const detail = await report(regradeId)
    expect(detail).toMatchObject({ state: 'ready', submissions: 1, done: 1 })
    expect(detail.questions).toMatchObject([{ problem: null }, { problem: expect.stringContaining('nowhere') }])
    expect(detail.report?.students).toEqual([{ attemptId: regraded.attemptId, before: 0, after: 4 }])
    await approve(regradeId)
    expect([await earned(first), await earned(second)].sort()).toEqual([0, 4])
    expect(await gradings(untouched.submissionId)).toHaveLength(1)
    const asked = "SELECT FROM pgboss.job WHERE name = 'grade' AND data->>'submissionId' = $1"
    expect(await query(asked, [untouched.submissionId])).toHaveLength(1)

    // who is told of a correction is told where they had the question
    const given = { examId, version: versionOfText(corrected), policy: 'points' as const, reason: 'x', notice: 'All.' }
    const correction = await askCorrection(sums.people.ines, 'sum', given)
    expect(await regradeProgress(sums.people.ines, correction.regradeId)).toMatchObject({ submissions: 1 })
    await report(correction.regradeId)
    await approve(correction.regradeId)
    expect(await query('SELECT path FROM mail WHERE exam_id = $1', [examId])).toEqual([
      { path: `/attempts/${regraded.attemptId}/result` },
    ])
  }, 120_000)
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
}, 120_000)
