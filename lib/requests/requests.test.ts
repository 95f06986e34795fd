import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario, sit } from '../attempts/testing/sit.ts'
import { query } from '../db/query.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { releaseExam } from '../release/release-exam.ts'
import { everything, type Shows } from '../release/shows.ts'
import { passTime } from '../release/testing/pass-time.ts'
import { scoreReview } from '../review/score-review.ts'
import { answerRequest } from './answer-request.ts'
import { askAgain } from './ask-again.ts'
import { claimRequest } from './claim-request.ts'
import { closeRequest } from './close-request.ts'
import { listRequests } from './list-requests.ts'
import { ownRequests } from './own-requests.ts'
import { readRequest } from './read-request.ts'
import { requestStatistics } from './request-statistics.ts'
import { replyToAnswer, withdrawRequest } from './speak.ts'

let people: Scenario
let examId: string
let attemptId: string
let submissionId: string
let slug: string

beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)
beforeEach(async () => {
  ;({ examId, attemptId, slug } = await sit(people))
  submissionId = (await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })).submissionId
  await gradeAsStored(submissionId, { y: { verdict: 'wrong', score: 0 }, why: { verdict: 'review', score: null } })
  await release()
})

/** Released with everything, and `seconds` to ask from now on. */
async function release(seconds = 3_600, more: Partial<Shows> = {}, requestsAtMost: number | null = null) {
  const [row] = await query<{ until: string }>('SELECT iso(clock_timestamp() + make_interval(secs => $1)) AS until', [
    seconds,
  ])
  const options = { requestsUntil: row?.until ?? '', requestsAtMost, anyway: true }
  await releaseExam(people.ines, examId, { shows: { ...everything, ...more }, ...options })
}
const y = () => `${slug}.y`
const ask = (text = 'My $y$ is **right**.', field = y(), who = people.ada) => askAgain(who, attemptId, { field, text })
const answer = (requestId: string, more: object = {}, who = people.tara) =>
  answerRequest(who, requestId, { seq: 1, version: 0, text: 'It is.', ...more })
const result = () => attemptResult(people.ada, attemptId)

describe('asking for another look', () => {
  it('at a computed part is answered with a change of points, all in one; the student reads it without a name', async () => {
    const { requestId } = await ask()
    expect((await ownRequests(people.ada, attemptId)).requests).toMatchObject([{ field: y(), state: 'open', seq: 1 }])
    expect(await answer(requestId, { points: 1.5 })).toEqual({ seq: 2, points: 1.5 })
    const { requests } = await ownRequests(people.ada, attemptId)
    expect(requests).toMatchObject([
      { state: 'answered', messages: [{ act: 'ask' }, { act: 'answer', before: 0, after: 1.5 }] },
    ])
    expect(JSON.stringify(requests)).toMatch(/katex/)
    expect(JSON.stringify(requests)).not.toContain('Tara')
    const shown = await result()
    expect(shown.questions[0]?.fields[0]?.earned).toBe(1.5)
    expect(shown.changes).toMatchObject([{ field: y(), before: 0, after: 1.5, cause: 'request' }])
    const [review] = await query('SELECT cause, cause_id FROM review WHERE submission_id = $1', [submissionId])
    expect(review).toEqual({ cause: 'request', cause_id: requestId })
  })

  it('keeps the rubric items and the comment of the review before', async () => {
    const field = `${slug}.why`
    const body = { submissionId, field, version: 0, rubric: ['file-0'], comment: 'Nearly.', adjustment: -0.5 }
    await scoreReview(people.tara, body)
    const { requestId } = await ask('Look again.', field)
    await answer(requestId, { version: 1, points: 0.75 })
    const [newest] = await query(
      'SELECT points, rubric, comment, adjustment FROM newest_review WHERE submission_id = $1 AND field = $2',
      [submissionId, field],
    )
    expect(newest).toEqual({ points: 0.75, rubric: ['file-0'], comment: 'Nearly.', adjustment: -0.25 })
  })

  it('leaves the points where they are unless the answer changes them', async () => {
    const { requestId } = await ask()
    expect(await answer(requestId, { text: 'It is wrong.' })).toEqual({ seq: 2, points: 0 })
    expect(await query('SELECT FROM review WHERE submission_id = $1', [submissionId])).toEqual([])
  })

  it('is possible while the window is open, by the clock of the database, and of what is released', async () => {
    await passTime(examId, 3_600)
    await expect(ask()).rejects.toMatchObject({ status: 409, code: 'window' })
    expect((await ownRequests(people.ada, attemptId)).window).toMatchObject({ open: false })
    await releaseExam(people.ines, examId, { scope: 'all' })
    await expect(ask()).rejects.toMatchObject({ code: 'window' })
    await releaseExam(people.ines, examId, { scope: 'none' })
    await expect(ask()).rejects.toMatchObject({ status: 403, code: 'not-released' })
    await expect(ownRequests(people.ada, attemptId)).rejects.toMatchObject({ status: 403 })
  })

  it('once a part, about what is decided and on the paper, and about as many parts as are allowed', async () => {
    await ask()
    await expect(ask()).rejects.toMatchObject({ status: 409, code: 'asked' })
    await expect(ask('?', `${slug}.why`)).rejects.toMatchObject({ code: 'undecided' })
    await expect(ask('?', `${slug}.nothing`)).rejects.toMatchObject({ status: 422, field: 'field' })
    await expect(ask('  ')).rejects.toMatchObject({ status: 422 })
    await expect(ask('x'.repeat(5_001))).rejects.toMatchObject({ status: 422 })
    await release(3_600, {}, 1)
    const other = (await result()).questions[1]?.slug
    await expect(ask('?', `${other}.y`)).rejects.toMatchObject({ code: 'at-most' })
    await release(3_600, {}, 2)
    await ask('?', `${other}.y`)
  })

  it('twenty times at once is asking once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => ask()))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('counts for who asked, though nothing else that people decided is released', async () => {
    await release(3_600, { reviewed: false })
    await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points: 1 })
    const { requestId } = await ask()
    await answer(requestId, { points: 1.5 })
    const shown = await result()
    expect(shown.questions[0]?.fields).toMatchObject([
      { earned: 1.5, review: null },
      { earned: null, review: null },
    ])
    expect(shown.changes).toMatchObject([{ field: y(), before: 0, after: 1.5, cause: 'request', reason: '' }])
    // from then on what is decided on this part is theirs to see
    await scoreReview(people.ines, { submissionId, field: y(), version: 1, points: 2, reason: 'All of it.' })
    expect((await result()).questions[0]?.fields[0]?.earned).toBe(2)
    expect(JSON.stringify(await result())).not.toContain('All of it.')
  })

  it('shows no points where points are not released', async () => {
    const { requestId } = await ask()
    await answer(requestId, { points: 2 })
    await release(3_600, { points: false })
    expect((await ownRequests(people.ada, attemptId)).requests[0]?.messages[1]).toMatchObject({
      before: null,
      after: null,
    })
  })
})

describe('a thread', () => {
  it('goes on: replied to, answered again, closed, opened', async () => {
    const { requestId } = await ask()
    await answer(requestId)
    await replyToAnswer(people.ada, requestId, { seq: 2, text: 'But see line 3.' })
    await expect(replyToAnswer(people.ada, requestId, { seq: 2, text: 'twice' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await listRequests(people.ines, examId)).toMatchObject([{ state: 'open', answeredBy: 'Tara' }])
    await answer(requestId, { seq: 3, points: 1 })
    await closeRequest(people.tara, requestId, { seq: 4, to: 'closed', text: 'We talked.' })
    await expect(replyToAnswer(people.ada, requestId, { seq: 5, text: 'no' })).rejects.toMatchObject({ code: 'closed' })
    await expect(answer(requestId, { seq: 5, version: 1 })).rejects.toMatchObject({ code: 'closed' })
    await closeRequest(people.tara, requestId, { seq: 5, to: 'open' })
    const { messages, state } = await readRequest(people.tara, requestId)
    expect(state).toBe('open')
    expect(messages.map(({ act }) => act)).toEqual(['ask', 'answer', 'reply', 'answer', 'close', 'reopen'])
    expect(messages.map(({ author }) => author)).toEqual([null, 'Tara', null, 'Tara', 'Tara', 'Tara'])
  })

  it('is withdrawn by its student while it waits, and begun again', async () => {
    const { requestId } = await ask()
    await withdrawRequest(people.ada, requestId, { seq: 1 })
    await expect(answer(requestId, { seq: 2 })).rejects.toMatchObject({ code: 'closed' })
    expect(await ask('After all.')).toEqual({ requestId, seq: 3 })
    await answer(requestId, { seq: 3 })
    await expect(withdrawRequest(people.ada, requestId, { seq: 4 })).rejects.toMatchObject({ code: 'closed' })
  })

  it('is answered by who is first: the second is told, and stores nothing', async () => {
    const { requestId } = await ask()
    const both = await Promise.allSettled([
      answer(requestId, { points: 1 }),
      answer(requestId, { points: 2 }, people.ines),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'conflict' },
    })
    expect(await query('SELECT FROM review WHERE submission_id = $1', [submissionId])).toHaveLength(1)
  })

  it('is answered once too where no points change', async () => {
    const { requestId } = await ask()
    const both = await Promise.allSettled([answer(requestId), answer(requestId, {}, people.ines)])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'conflict' },
    })
    expect((await readRequest(people.tara, requestId)).messages).toHaveLength(2)
  })

  it('is not answered over a score that came meanwhile', async () => {
    const { requestId } = await ask()
    await scoreReview(people.ines, { submissionId, field: y(), version: 0, points: 2, reason: 'seen by chance' })
    await expect(answer(requestId, { points: 1 })).rejects.toMatchObject({ status: 409, code: 'conflict' })
    expect((await ownRequests(people.ada, attemptId)).requests[0]?.seq).toBe(1)
    await expect(answer(requestId, { version: 1, points: 9 })).rejects.toMatchObject({ status: 422, field: 'points' })
  })

  it('takes hostile text for text', async () => {
    await ask('<script>alert(1)</script> [x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$')
    const { requests } = await ownRequests(people.ada, attemptId)
    expect(JSON.stringify(requests)).not.toMatch(/"tag":"script"|"href":"javascript|href=\\"javascript/)
  })
})

describe('staff', () => {
  it('see what waits first, without names, and claim what they look at', async () => {
    const { requestId } = await ask()
    await claimRequest(people.tara, requestId, { held: true })
    await expect(claimRequest(people.ines, requestId, { held: true })).rejects.toMatchObject({ code: 'claimed' })
    const [row] = await listRequests(people.ines, examId)
    expect(row).toMatchObject({ state: 'open', label: 'y', claimedBy: 'Tara', answeredBy: null, change: null })
    expect(JSON.stringify(await listRequests(people.tara, examId))).not.toContain('Ada')
    const detail = await readRequest(people.tara, requestId)
    expect(detail).toMatchObject({ claim: { own: true }, card: { field: y(), version: 0, possible: 2 } })
    expect(JSON.stringify(detail)).not.toMatch(/Ada|ada-/)
    await claimRequest(people.tara, requestId, { held: false })
    expect((await claimRequest(people.ines, requestId, { held: true })).until).not.toBeNull()
  })

  it('count what was asked, granted, how long it took and how many points it moved', async () => {
    const other = (await result()).questions[1]?.slug
    const { requestId } = await ask()
    await ask('?', `${other}.y`)
    await answer(requestId, { points: 1.5 })
    const { all, parts, people: by } = await requestStatistics(people.ines, examId)
    expect(all).toMatchObject({ requests: 2, answered: 1, granted: 1, points: 1.5 })
    expect(all.medianWait).toBeGreaterThanOrEqual(0)
    expect(parts.find(({ field }) => field === y())).toMatchObject({ requests: 1, answered: 1 })
    expect(by).toMatchObject([{ name: 'Tara', requests: 1, granted: 1 }])
  })

  it('to whom a part is assigned answer its requests; assistants of other parts do not see them', async () => {
    const { requestId } = await ask()
    await query(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT exam_question_id, field, $2 FROM review_request WHERE id = $1`,
      [requestId, people.ines.personId],
    )
    expect(await listRequests(people.tara, examId)).toEqual([])
    for (const tried of [
      () => answer(requestId),
      () => readRequest(people.tara, requestId),
      () => closeRequest(people.tara, requestId, { seq: 1, to: 'closed' }),
    ])
      await expect(tried()).rejects.toMatchObject({ status: 403, code: 'not-assigned' })
    await query('UPDATE review_assignment SET person_id = $1 WHERE person_id = $2', [
      people.tara.personId,
      people.ines.personId,
    ])
    expect(await listRequests(people.tara, examId)).toHaveLength(1)
    await answer(requestId)
  })

  it('of other courses, and other students, find nothing', async () => {
    const { requestId } = await ask()
    for (const tried of [
      () => answer(requestId, {}, people.outsider),
      () => readRequest(people.outsider, requestId),
      () => withdrawRequest(people.ben, requestId, { seq: 1 }),
      () => replyToAnswer(people.tara, requestId, { seq: 1, text: 'x' }),
      () => ask('?', y(), people.ben),
      () => ownRequests(people.ben, attemptId),
      () => listRequests(people.outsider, examId),
    ])
      await expect(tried()).rejects.toMatchObject({ status: 404 })
    await expect(answer(requestId, {}, people.ada)).rejects.toMatchObject({ status: 403 })
    await expect(requestStatistics(people.tara, examId)).rejects.toMatchObject({ status: 403 })
  })
})
