import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { staleness } from './staleness.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

async function handIn(who: Principal, examId: string): Promise<string> {
  const { attemptId } = await startAttempt(who, examId)
  const { submissionId } = await submitAttempt(who, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
  return submissionId
}

/** A regrade that is about what the exam's students have handed in; `outcome`: what it came to is stored as well. */
async function regraded(examId: string, outcome = true): Promise<string> {
  const [regrade] = await query<{ id: string }>(
    `INSERT INTO regrade (exam_id, slugs, asked_by, state)
     SELECT $1, array_agg(slug), $2, 'ready' FROM exam_question WHERE exam_id = $1 RETURNING id`,
    [examId, people.ines.personId],
  )
  await query(
    `INSERT INTO regrade_question (regrade_id, exam_question_id, old_version_id, new_version_id, notes)
     SELECT $2, id, question_version_id, question_version_id, '[]' FROM exam_question WHERE exam_id = $1`,
    [examId, regrade?.id],
  )
  await query(
    `INSERT INTO regrade_result (regrade_id, submission_id, exam_question_id, digest, before_grading_id)
     SELECT $2, s.id, q.id, s.id::text, (SELECT max(id) FROM grading WHERE submission_id = s.id AND exam_question_id = q.id)
     FROM attempt a JOIN submission s ON s.attempt_id = a.id JOIN exam_question q ON q.exam_id = a.exam_id WHERE a.exam_id = $1`,
    [examId, regrade?.id],
  )
  if (outcome)
    await query(
      `INSERT INTO regrade_outcome (regrade_id, exam_question_id, digest, result)
       SELECT regrade_id, exam_question_id, digest, '{}' FROM regrade_result WHERE regrade_id = $1`,
      [regrade?.id],
    )
  return regrade?.id ?? ''
}

it('a report is about the submissions as they are until one is graded anew, or another comes in', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const submissionId = await handIn(people.ada, examId)
  const regradeId = await regraded(examId)
  expect(await staleness(query, regradeId)).toBeNull()
  await handIn(people.ben, examId)
  expect(await staleness(query, regradeId)).toContain('1 submissions have come in since')
  await gradeAsStored(submissionId, undefined, 'another')
  expect(await staleness(query, regradeId)).toContain('1 answers have been graded anew')
})

it('a result of which nobody knows what it came to is not taken over', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  await handIn(people.ada, examId)
  expect(await staleness(query, await regraded(examId, false))).toContain('1 results are incomplete')
})

it('nor is anything in an exam that was published anew since, or of a regrade that is not there', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  const regradeId = await regraded(examId)
  expect(await staleness(query, regradeId)).toBeNull()
  await query(
    `WITH v AS (INSERT INTO question_version (question_id, version, title, source, definition)
       SELECT v.question_id, 'another', 'T', '', '{}' FROM exam_question q JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1 RETURNING id)
     UPDATE exam_question SET question_version_id = v.id FROM v WHERE exam_id = $1`,
    [examId],
  )
  expect(await staleness(query, regradeId)).toContain('published anew')
  expect(await staleness(query, examId)).toBe('There is no such regrade.')
})
