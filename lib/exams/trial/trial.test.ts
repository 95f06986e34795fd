import { afterAll, beforeAll, expect, it } from 'vitest'
import { examEntryRules } from '../../access/exam-entry.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { examChecklist } from '../checklist/exam-checklist.ts'
import { courseExams } from '../course-exams.ts'
import { examStart } from '../exam-start.ts'
import { listExams } from '../list-exams.ts'
import { examPlan } from '../plan/exam-plan.ts'
import { change, inDays, section } from '../plan/testing/build.ts'
import { publishExam } from '../publish-exam.ts'
import { startExam } from '../start-exam.ts'
import { unpublishExam } from '../unpublish-exam.ts'
import { discardTrial } from './discard-trial.ts'
import { readTrial } from './read-trial.ts'
import { startTrial } from './start-trial.ts'

let people: Scenario

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

/** Tries an exam: begins and hands in. */
async function tryIt(examId: string) {
  const { trialId } = await startTrial(people.ines, examId)
  const { attemptId } = await startAttempt(people.ines, trialId)
  await submitAttempt(people.ines, attemptId, { epoch: 1, revisions: {} })
  return { trialId, attemptId }
}
const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString()
const trialCheck = async (examId: string) =>
  (await examChecklist(people.ines, examId)).checks.find(({ name }) => name === 'trial')

it('a published exam is tried with its own variants, before its window, without its code', async () => {
  const examId = await makeExam(people.courseId, { opensAt: new Date(Date.now() + 86_400_000).toISOString() })
  await query(`INSERT INTO exam_access (exam_id, code) VALUES ($1, 'blue-7')`, [examId])
  const { trialId, attemptId } = await tryIt(examId)
  expect(await examStart(people.ines, trialId)).toMatchObject({ title: 'Trial: Test exam', release: 'at-once' })
  expect((await examEntryRules(people.ines, trialId)).code).toBe(false)
  const variants = (id: string) =>
    query<{ id: string }>(
      'SELECT p.variant_id AS id FROM pool_variant p JOIN exam_question q ON q.id = p.exam_question_id WHERE q.exam_id = $1 ORDER BY 1',
      [id],
    )
  expect(await variants(trialId)).toEqual(await variants(examId))
  expect((await readTrial(people.ines, examId)).trial).toMatchObject({
    id: trialId,
    state: 'published',
    outdated: false,
    attempts: [{ id: attemptId, number: 1, state: 'closed' }],
  })
  await expect(change(people.ines, trialId, { title: 'Another' })).rejects.toMatchObject({ code: 'locked' })
  await startAttempt(people.ines, trialId, { number: 2 })
})

it('has its result at once, whatever is planned for those of the exam', async () => {
  const examId = await makeExam(people.courseId)
  const planned = { releaseAt: inTwoDays(), requestsUntil: inTwoDays(), requestsAtMost: null, shows: null }
  await query('UPDATE exam SET release_plan = $2 WHERE id = $1', [examId, JSON.stringify(planned)])
  const { trialId } = await startTrial(people.ines, examId)
  expect((await examPlan(people.ines, examId)).plan).toMatchObject({ release: 'by-staff', ...planned })
  const none = { releaseAt: null, requestsUntil: null }
  expect((await examPlan(people.ines, trialId)).plan).toMatchObject({ release: 'at-once', ...none })
})

it('is nobody else’s, and in no list; nor is it taken back to a draft', async () => {
  const examId = await makeExam(people.courseId)
  const { trialId: begun } = await startTrial(people.ines, examId)
  await expect(unpublishExam(people.ines, begun)).rejects.toMatchObject({ status: 409, code: 'not-published' })
  const { trialId } = await tryIt(examId)
  for (const who of [people.ada, people.tara, people.outsider, people.stranger]) {
    await expect(startAttempt(who, trialId)).rejects.toMatchObject({ status: who === people.ada ? 403 : 404 })
    await expect(examStart(who, trialId)).rejects.toMatchObject({ status: 404 })
    await expect(examEntryRules(who, trialId)).rejects.toMatchObject({ status: who === people.ada ? 403 : 404 })
  }
  expect((await courseExams(people.ines, people.courseId)).map(({ id }) => id)).not.toContain(trialId)
  for (const who of [people.ada, people.ines]) expect((await listExams(who)).map(({ id }) => id)).not.toContain(trialId)
  // the exam itself is not touched
  const [{ attempts } = { attempts: -1 }] = (await courseExams(people.ines, people.courseId)).filter(
    ({ id }) => id === examId,
  )
  expect(attempts).toBe(0)
})

it('goes when it is thrown away, or when another is made', async () => {
  const examId = await makeExam(people.courseId)
  const { trialId: first } = await tryIt(examId)
  const { trialId: second } = await tryIt(examId)
  await expect(startAttempt(people.ines, first, { number: 2 })).rejects.toMatchObject({ status: 404 })
  await expect(examStart(people.ines, first)).rejects.toMatchObject({ status: 404 })
  await expect(examEntryRules(people.ines, first)).rejects.toMatchObject({ status: 404 })
  expect((await readTrial(people.tara, examId)).trial).toBeNull()
  await expect(discardTrial(people.tara, examId)).rejects.toMatchObject({ status: 404 })
  await discardTrial(people.ines, examId)
  expect((await readTrial(people.ines, examId)).trial).toBeNull()
  await expect(examStart(people.ines, second)).rejects.toMatchObject({ status: 404 })
})

it('counts for the checklist while the exam is as it was tried', async () => {
  const examId = await makeExam(people.courseId)
  expect(await trialCheck(examId)).toMatchObject({ standing: 'warn', which: [] })
  await tryIt(examId)
  expect(await trialCheck(examId)).toMatchObject({ standing: 'good' })
  await change(people.ines, examId, { instructions: 'Other words.' })
  expect(await trialCheck(examId)).toMatchObject({ standing: 'warn', which: ['before'] })
  expect((await readTrial(people.ines, examId)).trial?.outdated).toBe(true)
})

it('is of another exam once a question was corrected and drawn anew; a draft has no questions of its own yet', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  await tryIt(examId)
  await query(
    `WITH v AS (INSERT INTO question_version (question_id, version, title, source, definition)
       SELECT v.question_id, 'another', 'T', '', '{}' FROM exam_question q JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1 RETURNING id)
     UPDATE exam_question SET question_version_id = v.id FROM v WHERE exam_id = $1`,
    [examId],
  )
  const stands = async () => [
    (await trialCheck(examId))?.standing,
    (await readTrial(people.ines, examId)).trial?.outdated,
  ]
  expect(await stands()).toEqual(['warn', true])
  await unpublishExam(people.ines, examId)
  expect(await stands()).toEqual(['good', false])
})

it('of a draft is audited first; of an empty one, and of a trial, there is none', async () => {
  const { examId } = await startExam(people.ines, people.courseId, { title: 'New', mode: 'quiz' })
  await expect(startTrial(people.ines, examId)).rejects.toMatchObject({ status: 409, code: 'empty' })
  await change(people.ines, examId, { sections: [section(['a', 'b'], { pick: 1, title: 'Set' })] })
  const { trialId } = await startTrial(people.ines, examId)
  expect((await readTrial(people.ines, examId)).trial).toMatchObject({ state: 'publishing' })
  await expect(startTrial(people.ines, trialId)).rejects.toMatchObject({ status: 409, code: 'trial' })
  await expect(publishExam(people.ines, trialId)).rejects.toMatchObject({ status: 409, code: 'trial' })
})

it('nothing is published while the checklist has something red', async () => {
  const { examId } = await startExam(people.ines, people.courseId, { title: 'Red', mode: 'exam' })
  await expect(publishExam(people.ines, examId)).rejects.toMatchObject({
    status: 409,
    code: 'unready',
    details: { checks: ['questions'] },
  })
  await change(people.ines, examId, { sections: [section(['a', 'b'], { pick: 3 })] })
  await expect(publishExam(people.ines, examId)).rejects.toMatchObject({ details: { checks: ['pick'] } })
  await change(people.ines, examId, { sections: [section(['a', 'b'], { pick: 1 })], resultsAt: inDays(1) })
  const releases = () => query('SELECT scope, planned FROM release WHERE exam_id = $1', [examId])
  expect(await releases()).toEqual([])
  expect(await publishExam(people.ines, examId)).toEqual({ state: 'publishing' })
  await expect(publishExam(people.ines, examId)).rejects.toMatchObject({ status: 409, code: 'published' })
  await expect(startTrial(people.ines, examId)).rejects.toMatchObject({ status: 409, code: 'publishing' })
  expect(await releases()).toEqual([{ scope: 'all', planned: true }])
})
