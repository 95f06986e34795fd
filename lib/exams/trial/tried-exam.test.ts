import { afterAll, expect, it } from 'vitest'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { closePools } from '../../db/pool.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario } from '../../db/testing/scenario.ts'
import { startTrial } from './start-trial.ts'
import { triedExam } from './tried-exam.ts'

afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

it('of a trial of one’s own the exam is known; other attempts are no trials, and other people’s do not exist', async () => {
  await freshDatabase()
  const people = await makeScenario()
  const examId = await makeExam(people.courseId)
  const { trialId } = await startTrial(people.ines, examId)
  const trial = await startAttempt(people.ines, trialId)
  const sat = await startAttempt(people.ada, examId)
  expect(await triedExam(people.ines, trial.attemptId)).toBe(examId)
  expect(await triedExam(people.ada, sat.attemptId)).toBeNull()
  await expect(triedExam(people.tara, trial.attemptId)).rejects.toMatchObject({ status: 404 })
  await expect(triedExam(null, trial.attemptId)).rejects.toMatchObject({ status: 401 })
})
