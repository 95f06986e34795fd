import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario, sit } from '../attempts/testing/sit.ts'
import { query } from '../db/query.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { listExams } from '../exams/list-exams.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import { attemptSolution } from '../grading/worked-solution.ts'
import { scoreReview } from '../review/score-review.ts'
import { handedIn } from '../review/testing/handed-in.ts'
import { previewResult } from './preview-result.ts'
import { readRelease } from './read-release.ts'
import type { ReleaseBody } from './release-body.ts'
import { releaseExam } from './release-exam.ts'
import { releaseOverview } from './release-overview.ts'
import { everything, type Shows } from './shows.ts'
import { passTime } from './testing/pass-time.ts'

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
  await gradeAsStored(submissionId)
})

const result = () => attemptResult(people.ada, attemptId)
const release = (shows: Partial<Shows> = {}, more: Partial<Extract<ReleaseBody, { shows: Shows }>> = {}) =>
  releaseExam(people.ines, examId, { shows: { ...everything, ...shows }, anyway: true, ...more })
/** So many seconds from now, by the database. */
const inSeconds = async (seconds: number) => {
  const [row] = await query<{ at: string }>('SELECT iso(clock_timestamp() + make_interval(secs => $1)) AS at', [
    seconds,
  ])
  return row?.at ?? ''
}
const held = { status: 403, code: 'not-released' }

describe('a release', () => {
  it('shows what was chosen, in the result and at every address of it', async () => {
    await release({ solutions: false, points: false })
    expect(await result()).toMatchObject({ points: null, shows: { points: false }, questions: [{ solved: [] }, {}] })
    await expect(attemptSolution(people.ada, attemptId, slug)).rejects.toMatchObject(held)
    await release({ solutions: true })
    expect((await result()).questions[0]?.solved).toEqual(['y'])
    expect(await attemptSolution(people.ada, attemptId, slug)).toMatchObject({ solution: { y: [{}] } })
  })

  it('leaves out what people decided, and what they wrote with it, unless that is released', async () => {
    await scoreReview(people.tara, { submissionId, field: `${slug}.why`, version: 0, points: 1, comment: 'well seen' })
    await release({ reviewed: false })
    expect(JSON.stringify(await result())).not.toContain('well seen')
    expect(await result()).toMatchObject({ shows: { comments: false }, points: { earned: 4, waiting: 2 } })
    await release({ comments: false })
    expect(JSON.stringify(await result())).not.toContain('well seen')
    expect(await result()).toMatchObject({ points: { earned: 5, waiting: 1 } })
  })

  it('appears at its time by the clock of the database, and nothing has to run for it', async () => {
    await release({}, { at: await inSeconds(3_600) })
    await expect(result()).rejects.toMatchObject(held)
    expect((await releaseOverview(people.ines, examId)).history).toMatchObject([{ state: 'coming', person: 'Ines' }])
    await release({}, { at: await inSeconds(1_800) })
    await expect(result()).rejects.toMatchObject(held)
    expect((await listExams(people.ada)).find(({ id }) => id === examId)?.state).toBe('submitted')
    await passTime(examId, 1_800)
    expect((await result()).state).toBe('ready')
    expect((await listExams(people.ada)).find(({ id }) => id === examId)?.state).toBe('released')
    expect((await releaseOverview(people.ines, examId)).history).toMatchObject([{ state: 'now' }, { state: 'never' }])
  })

  it('that is put off does not come at the time that was first said', async () => {
    await release({}, { at: await inSeconds(1_800) })
    await release({}, { at: await inSeconds(3_600) })
    await passTime(examId, 1_800)
    await expect(result()).rejects.toMatchObject(held)
    expect((await releaseOverview(people.ines, examId)).history).toMatchObject([
      { state: 'coming' },
      { state: 'never' },
    ])
  })

  it('that comes later leaves what is shown until then, and a recall ends both at once', async () => {
    await release({ solutions: false })
    await release({}, { at: await inSeconds(1_800), note: 'Solutions after the second sitting.' })
    expect((await result()).questions[0]?.solved).toEqual([])
    await releaseExam(people.ines, examId, { scope: 'none', note: 'A wrong key.' })
    await expect(result()).rejects.toMatchObject(held)
    await passTime(examId, 1_800)
    await expect(result()).rejects.toMatchObject(held)
    const { history } = await releaseOverview(people.ines, examId)
    expect(history).toMatchObject([
      { shows: null, state: 'now', note: 'A wrong key.' },
      { state: 'never' },
      { state: 'past' },
    ])
  })

  it('is not made of what is unfinished, unless it is said so', async () => {
    const given = { shows: everything }
    const refused = releaseExam(people.ines, examId, given)
    const checklist = { sitting: 0, ungraded: 0, waiting: 2, broken: 0, late: 0, regrades: 0, requests: 0 }
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'unfinished', details: { checklist } })
    expect((await readRelease(examId)).computed).toBe(false)
    for (const question of (await query<{ field: string }>(
      `SELECT field FROM review_entry WHERE submission_id = $1 AND why IS NOT NULL`,
      [submissionId],
    )) ?? [])
      await scoreReview(people.tara, { submissionId, field: question.field, version: 0, points: 1 })
    expect((await releaseExam(people.ines, examId, given)).computed).toBe(true)
  })

  it('of nothing, or with a time for requests that is over before, is refused', async () => {
    const nothing = Object.fromEntries(Object.keys(everything).map((name) => [name, false])) as Shows
    await expect(release({ ...nothing, reviewed: true })).rejects.toMatchObject({ status: 422, field: 'shows' })
    const late = { at: await inSeconds(60), requestsUntil: await inSeconds(30) }
    await expect(release({}, late)).rejects.toMatchObject({ status: 422, field: 'requestsUntil' })
    await release({}, { requestsUntil: await inSeconds(60), requestsAtMost: 2 })
    expect(await readRelease(examId)).toMatchObject({ requests: { open: true, atMost: 2 } })
  })

  it('is looked at as its student will see it, before anything is released, by who releases it', async () => {
    const preview = await previewResult(people.ines, attemptId, 'reviewed,points')
    expect(preview).toMatchObject({ points: { earned: 4 }, shows: { points: true, expected: false } })
    expect(preview.questions[0]?.fields[0]).toMatchObject({ grading: null, expected: null, earned: 2 })
    await expect(previewResult(people.tara, attemptId, 'points')).rejects.toMatchObject({ status: 403 })
    await expect(previewResult(people.ada, attemptId, 'points')).rejects.toMatchObject({ status: 403 })
    await expect(previewResult(people.outsider, attemptId, 'points')).rejects.toMatchObject({ status: 404 })
    await expect(result()).rejects.toMatchObject(held)
  })
})

describe('how the class did', () => {
  it('is shown from five results on, with the own place only where points are shown', async () => {
    await release()
    expect((await result()).statistics).toBeNull()
    const other = await sit(people)
    const mine = await submitAttempt(people.ada, other.attemptId, { epoch: 1, revisions: {} })
    await gradeAsStored(mine.submissionId, {
      y: { verdict: 'wrong', score: 0 },
      why: { verdict: 'review', score: null },
    })
    await handedIn(people.courseId, other.examId, 4)
    examId = other.examId
    attemptId = other.attemptId
    await release({ points: false })
    const numbers = { n: 5, mean: 3.2, median: 4, possible: 6, tenths: [1, 0, 0, 0, 0, 0, 4, 0, 0, 0] }
    expect((await result()).statistics).toEqual({ ...numbers, own: null })
    await release()
    expect((await result()).statistics).toEqual({ ...numbers, own: 0 })
    await release({ statistics: false })
    expect((await result()).statistics).toBeNull()
  })
})

describe('a change of points after the release', () => {
  it('is told with before, after and why, and without who', async () => {
    const decide = (points: number, version: number, reason: string) =>
      scoreReview(people.tara, { submissionId, field: `${slug}.y`, version, points, reason })
    await decide(1, 0, 'before the release')
    await release()
    expect((await result()).changes).toEqual([])
    await decide(1.5, 1, 'The unit was right.')
    const [change] = (await result()).changes
    expect(change).toMatchObject({
      field: `${slug}.y`,
      before: 1,
      after: 1.5,
      cause: 'person',
      reason: 'The unit was right.',
    })
    expect(JSON.stringify(await result())).not.toMatch(/Tara|before the release/)
    await release({ comments: false })
    expect(JSON.stringify(await result())).not.toContain('The unit was right.')
    await release({ points: false })
    expect((await result()).changes).toEqual([])
  })
})
