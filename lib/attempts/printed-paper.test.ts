import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { attemptPaper } from './attempt-paper.ts'
import { printedPaper } from './printed-paper.ts'
import { startAttempt } from './start-attempt.ts'

let people: Scenario

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

const read = async (...whose: Parameters<typeof printedPaper>) =>
  JSON.parse(Buffer.concat((await printedPaper(...whose)).map(({ text }) => text)).toString())

it('is the paper of that attempt, each with its own points, and follows the exam’s words', async () => {
  const examId = await makeExam(people.courseId)
  await query('UPDATE exam_question SET points = 7 WHERE exam_id = $1 AND position = 2', [examId])
  for (const student of [people.ada, people.ben]) {
    const { attemptId } = await startAttempt(student, examId)
    expect(await read(student, attemptId)).toEqual(await attemptPaper(student, attemptId))
    await query('UPDATE exam SET title = $2 WHERE id = $1', [examId, `for ${student.name}`])
    expect(await read(student, attemptId)).toEqual(await attemptPaper(student, attemptId))
  }
})

it('is for the student whose attempt it is', async () => {
  const { attemptId } = await startAttempt(people.ada, await makeExam(people.courseId))
  await expect(printedPaper(null, attemptId)).rejects.toMatchObject({ status: 401 })
  for (const person of [people.ben, people.ines])
    await expect(printedPaper(person, attemptId)).rejects.toMatchObject({ status: 404 })
})
