import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { workingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { examOverview } from '../exams/exam-overview.ts'
import { staffResult } from '../grading/staff-result.ts'
import { takeJobs } from './jobs.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await workingQueue()).stop({ graceful: false })
  await closePools()
})

it('a submission that fails every time ends with people, who are told why; nothing of it is scored', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const boss = await workingQueue()
  await boss.updateQueue('grade', { retryLimit: 1, retryDelay: 0, retryBackoff: false })
  await takeJobs(boss, await startExecutors({ REFEREE_BACKEND: 'cpu' }))
  // the stored source of this exam's questions is empty: no grader can read it
  const examId = await makeExam(people.courseId)
  const { attemptId } = await startAttempt(people.ada, examId)
  await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await vi.waitFor(async () => expect((await examOverview(people.ines, examId)).broken).toBe(4), {
    timeout: 40_000,
    interval: 100,
  })
  const result = await staffResult(people.ines, attemptId)
  expect(result.points).toEqual({ earned: 0, possible: 6, waiting: 6 })
  expect(result.questions[0]?.fields[0]?.grading?.staffNote).toMatch(/cannot be read/)
}, 60_000)
