import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { examOverview } from '../exams/exam-overview.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { staffResult } from '../grading/staff-result.ts'
import { releaseExam } from '../release/release-exam.ts'
import { reviewEntry } from './review-entry.ts'
import { reviewQueue } from './review-queue.ts'
import { scoreReview } from './score-review.ts'

let people: Scenario
let examId: string
let attemptId: string
let submissionId: string
let slug: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId)
  attemptId = (await startAttempt(people.ada, examId)).attemptId
  slug = (await attemptPaper(people.ada, attemptId)).questions[0]?.slug ?? ''
  const value = { kind: 'text', markdown: 'Because $x$ <script>alert(1)</script>' }
  await saveResponses(people.ada, attemptId, {
    epoch: 1,
    saves: [
      { field: `${slug}.why`, revision: 1, opId: randomUUID(), value },
      { field: `${slug}.y`, revision: 1, opId: randomUUID(), value: { kind: 'number', text: '1' } },
    ],
  })
  submissionId = (await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })).submissionId
  await gradeAsStored(submissionId)
})

const why = () => `${slug}.why`
const score = (points: number, version = 0, more = {}) =>
  scoreReview(people.tara, { submissionId, field: why(), version, points, ...more })

describe('scoring texts', () => {
  it('has a queue without names, question by question, that empties as it is scored', async () => {
    const queue = await reviewQueue(people.tara, examId)
    expect(queue.parts.map(({ label, number }) => [number, label])).toEqual([
      [1, 'y'],
      [1, 'Why'],
      [2, 'y'],
      [2, 'Why'],
    ])
    expect(queue.parts[1]).toMatchObject({ field: why(), points: 1, answers: 1, waiting: 1, reviewed: 0, mine: true })
    expect(queue.parts[0]).toMatchObject({ answers: 1, waiting: 0, reviewed: 0 })
    expect(JSON.stringify(queue.parts)).not.toContain('Ada')
    expect((await examOverview(people.tara, examId)).waitingReviews).toBe(2)
    await score(1)
    expect((await reviewQueue(people.tara, examId)).parts[1]).toMatchObject({ waiting: 0, reviewed: 1 })
    expect((await examOverview(people.tara, examId)).waitingReviews).toBe(1)
  })

  it('shows answer, rubric, history and the other parts of the question', async () => {
    await score(0.5, 0, { rubric: ['file-0'], comment: 'half' })
    const { card } = await reviewEntry(people.tara, submissionId, why())
    expect(card).toMatchObject({
      version: 1,
      possible: 1,
      computed: null,
      decidedBy: { why: 'Tara' },
      rubric: { version: 0, base: 'zero', items: [{ id: 'file-0', says: 'Says why', amount: 1, unit: 'points' }] },
      history: [{ reviewer: 'Tara', points: 0.5, rubric: ['file-0'], comment: 'half', version: 1, adjustment: -0.5 }],
    })
    expect(card.question.fields).toMatchObject([
      { name: 'y', earned: 2 },
      { name: 'why', earned: 0.5, answer: { kind: 'text' } },
    ])
    expect(JSON.stringify(card.answerNodes)).not.toContain('"tag":"script"')
    expect(JSON.stringify(card)).not.toMatch(/Ada|attemptId/)
  })

  it('appends: the newest counts, and who comes second at the same time is told', async () => {
    expect(await score(1)).toEqual({ version: 1, points: 1, rubricVersion: 0 })
    await expect(score(0)).rejects.toMatchObject({ status: 409, code: 'conflict' })
    expect(await score(0.5, 1)).toMatchObject({ version: 2, points: 0.5 })
    await expect(score(1, 7)).rejects.toMatchObject({ code: 'conflict' })
    const at = await Promise.allSettled(Array.from({ length: 20 }, (_, k) => score(k / 20, 2)))
    expect(at.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await query('SELECT version FROM review WHERE submission_id = $1', [submissionId])).toHaveLength(3)
  })

  it('refuses more points than there are, entries that do not exist and unknown members', async () => {
    await expect(score(1.5)).rejects.toMatchObject({ status: 422, field: 'points' })
    await expect(score(1, 0, { rubric: ['file-3'] })).rejects.toMatchObject({ status: 422, field: 'rubric' })
    await expect(score(1, 0, { grade: 'A' })).rejects.toMatchObject({ status: 422 })
    await expect(
      scoreReview(people.tara, { submissionId, field: `${slug}.nothing`, version: 0, points: 0 }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('puts a computed score aside only with a reason, which is kept', async () => {
    const override = { submissionId, field: `${slug}.y`, version: 0, points: 0 }
    await expect(scoreReview(people.ines, override)).rejects.toMatchObject({ status: 422, field: 'reason' })
    await scoreReview(people.ines, { ...override, reason: 'Copied.' })
    const { card } = await reviewEntry(people.tara, submissionId, `${slug}.y`)
    expect(card.computed).toBe(2)
    expect(card.history[0]).toMatchObject({ reason: 'Copied.', reviewer: 'Ines' })
    const back = { ...override, version: 1, points: null }
    await expect(scoreReview(people.ines, back)).rejects.toMatchObject({ status: 422, field: 'reason' })
    await scoreReview(people.ines, { ...back, reason: 'Not copied.' })
    expect((await staffResult(people.ines, attemptId)).questions[0]?.fields[0]?.earned).toBe(2)
  })
})

describe('results', () => {
  it('tell the student nothing before release, computed parts then, and all at last', async () => {
    await score(0.5, 0, { comment: 'well seen' })
    await expect(attemptResult(people.ada, attemptId)).rejects.toMatchObject({ status: 403, code: 'not-released' })

    await releaseExam(people.ines, examId, { scope: 'computed' })
    const computed = await attemptResult(people.ada, attemptId)
    expect(computed).toMatchObject({ state: 'ready', points: { earned: 4, possible: 6, waiting: 2 } })
    expect(JSON.stringify(computed)).not.toContain('well seen')
    expect(computed.questions[0]?.fields[0]).toMatchObject({ name: 'y', expected: { shape: [] }, earned: 2 })

    await releaseExam(people.ines, examId, { scope: 'all' })
    const all = await attemptResult(people.ada, attemptId)
    expect(all.points).toEqual({ earned: 4.5, possible: 6, waiting: 1 })
    expect(all.questions[0]?.fields[1]?.review).toMatchObject({
      points: 0.5,
      comment: [{ tag: 'p', children: ['well seen'] }],
    })

    await releaseExam(people.ines, examId, { scope: 'none' })
    await expect(attemptResult(people.ada, attemptId)).rejects.toMatchObject({ code: 'not-released' })
  })

  it('of an attempt that is open are nobody’s yet, though the exam releases at once', async () => {
    const open = await makeExam(people.courseId, { release: 'at-once' })
    const attempt = await startAttempt(people.ada, open)
    await expect(attemptResult(people.ada, attempt.attemptId)).rejects.toMatchObject({ status: 409, code: 'open' })
  })

  it('wait while a question has no grading, and follow the newest one', async () => {
    await releaseExam(people.ines, examId, { scope: 'computed' })
    await gradeAsStored(
      submissionId,
      {
        y: { verdict: 'wrong', score: 0, staffNote: 'regraded by hand', cheap: true },
        why: { verdict: 'review', score: null },
      },
      'newer',
    )
    const result = await attemptResult(people.ada, attemptId)
    expect(result.points?.earned).toBe(0)
    expect(JSON.stringify(result)).not.toMatch(/regraded|cheap/)
    const staff = await staffResult(people.tara, attemptId)
    expect(staff.person.name).toBe('Ada')
    expect(staff.gradings).toHaveLength(4)
    expect(JSON.stringify(staff)).toContain('regraded')
  })

  it('add up in the list of attempts as in the result', async () => {
    await score(0.5)
    const { attempts } = await examOverview(people.ines, examId)
    expect(attempts).toMatchObject([{ person: { name: 'Ada' }, state: 'closed', earned: 4.5, possible: 6, waiting: 1 }])
    expect((await staffResult(people.ines, attemptId)).points).toEqual({ earned: 4.5, possible: 6, waiting: 1 })
  })
})
