import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptPaper } from '../../attempts/attempt-paper.ts'
import { saveResponses } from '../../attempts/save-responses.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { closeScenario, openScenario } from '../../attempts/testing/sit.ts'
import { query } from '../../db/query.ts'
import { gradeAsStored } from '../../db/testing/graded.ts'
import { makeExam, type Scenario } from '../../db/testing/scenario.ts'
import { reopenAttempt } from '../../invigilation/reopen-attempt.ts'
import { lateUndecided } from '../../late/waiting-late.ts'
import { releaseChecklist } from '../../release/checklist.ts'
import { loadAnswers } from '../../worker/groups/load-answers.ts'
import { changeRule } from '../blind/change-rule.ts'
import { drawCalibration } from '../blind/draw-calibration.ts'
import { claimNext } from '../claim-next.ts'
import { freshness } from '../groups/freshness.ts'
import { reviewQueue } from '../review-queue.ts'
import { examRubrics } from '../rubric/exam-rubrics.ts'
import { scoreReview } from '../score-review.ts'
import { nextAnswers } from './next-answers.ts'
import { partAnswers } from './part-answers.ts'
import { waitingCounts } from './waiting-counts.ts'

let people: Scenario
let examId: string
let field: string
let attempts: { attemptId: string; submissionId: string }[]

async function handIn(number: number, grade = true, who = people.ada) {
  const { attemptId } = await startAttempt(who, examId, { number })
  field = `${(await attemptPaper(who, attemptId)).questions[0]?.slug}.why`
  const { submissionId } = await submitAttempt(who, attemptId, { epoch: 1, revisions: {} })
  if (grade) await gradeAsStored(submissionId)
  return { attemptId, submissionId }
}
const countsBy = (which: 'last' | 'best') => query('UPDATE exam SET attempt_counts = $2 WHERE id = $1', [examId, which])

/** Whose answers reviewers are given, by the number of the attempt; every way to them and every count of them says the same. */
async function listed(): Promise<number[]> {
  const { answers, found, part, verdicts } = await partAnswers(people.tara, examId, field, {})
  const claimed = await claimNext(people.tara, examId, { field, count: 5 })
  const { waiting } = await nextAnswers(people.tara, examId, { field, count: 1 })
  const queued = (await reviewQueue(people.tara, examId)).parts.find((one) => one.field === field)
  const rubric = (await examRubrics(people.tara, examId)).parts.find((one) => one.field === field)
  const groups = await freshness(query, part.examQuestionId, field)
  const grouped = (await loadAnswers(part.examQuestionId, field)).answers
  const checklist = await releaseChecklist(query, examId)
  const n = answers.length
  expect([found, part.answers, verdicts[0]?.n, queued?.answers, groups.answers, grouped.length]).toEqual(
    Array(6).fill(n),
  )
  const open = answers.filter(({ state }) => state === 'waiting')
  expect(claimed.map((one) => one.submissionId).toSorted()).toEqual(open.map((one) => one.submissionId).toSorted())
  expect([waiting, queued?.waiting, rubric?.waiting]).toEqual(Array(3).fill(open.length))
  // the exam has one part like it
  expect([(await waitingCounts(query, examId)).waiting, checklist.waiting]).toEqual(Array(2).fill(open.length))
  return answers
    .map(({ submissionId }) => attempts.findIndex((one) => one.submissionId === submissionId) + 1)
    .toSorted()
}

beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)
beforeEach(async () => {
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  await query('UPDATE exam SET attempts_allowed = 3 WHERE id = $1', [examId])
  attempts = [await handIn(1)]
})

describe('of several attempts of a student, reviewers are given', () => {
  it('the newest that was handed in, where that counts', async () => {
    expect(await listed()).toEqual([1])
    attempts.push(await handIn(2, false))
    expect((await partAnswers(people.tara, examId, field, {})).answers).toEqual([])
    await gradeAsStored(attempts[1]?.submissionId ?? '')
    expect(await listed()).toEqual([2])
    attempts.push(await handIn(3))
    expect(await listed()).toEqual([3])
    // whatever others did
    attempts.push(await handIn(1, true, people.ben))
    expect(await listed()).toEqual([3, 4])
  })

  it('all of them, where the best one counts', async () => {
    await countsBy('best')
    attempts.push(await handIn(2), await handIn(3))
    expect(await listed()).toEqual([1, 2, 3])
  })

  it('the one before again, while the newest is open once more', async () => {
    attempts.push(await handIn(2))
    await reopenAttempt(people.ines, attempts[1]?.attemptId ?? '', { minutes: 10, reason: 'Wrong button' })
    expect(await listed()).toEqual([1])
  })

  it('none that a grading comes for late', async () => {
    attempts.push(await handIn(2))
    await gradeAsStored(attempts[0]?.submissionId ?? '', undefined, 'newer')
    expect(await listed()).toEqual([2])
  })
})

it('nobody is asked for a second look at what is outdone, nor whether its late answers count', async () => {
  const { submissionId = '', attemptId = '' } = attempts[0] ?? {}
  const rule = { field, secondShare: 1, threshold: 0, calibration: 'none' as const }
  await changeRule(people.ines, examId, rule)
  const value = { kind: 'text', markdown: 'too late' }
  await saveResponses(people.ada, attemptId, { epoch: 1, saves: [{ field, revision: 1, opId: randomUUID(), value }] })
  const asked = async () => [
    (await query('SELECT FROM second_look WHERE submission_id = $1', [submissionId])).length,
    (await lateUndecided(query, examId)).length,
  ]
  expect(await asked()).toEqual([1, 1])
  attempts.push(await handIn(2))
  expect(await asked()).toEqual([0, 0])
  expect(await drawCalibration(people.ines, examId, { field, answers: [submissionId] })).toEqual({ added: 0 })
})

it('what is outdone can be decided all the same, by who finds it', async () => {
  attempts.push(await handIn(2))
  const { submissionId = '' } = attempts[0] ?? {}
  expect(await scoreReview(people.tara, { submissionId, field, version: 0, points: 1 })).toMatchObject({ version: 1 })
  expect(await listed()).toEqual([2])
})
