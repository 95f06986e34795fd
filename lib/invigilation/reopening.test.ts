import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { attemptPulse } from '../attempts/attempt-pulse.ts'
import { attemptState } from '../attempts/attempt-state.ts'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { releaseExam } from '../release/release-exam.ts'
import { closeAttempt } from './close-attempt.ts'
import { reopenAttempt } from './reopen-attempt.ts'
import { runningExam } from './running-exam.ts'
import { takeBreak } from './take-break.ts'

let people: Scenario
let examId: string
let ada: string
let ben: string

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
  ada = (await startAttempt(people.ada, examId)).attemptId
  ben = (await startAttempt(people.ben, examId)).attemptId
})

const expire = (attemptId: string) =>
  query(`UPDATE attempt SET started_at = started_at - interval '2 hours' WHERE id = $1`, [attemptId])
const actions = async () => (await runningExam(people.tara, examId)).log.map(({ action }) => action)

async function save(text: string, revision: number) {
  const slug = (await attemptPaper(people.ada, ada)).questions[0]?.slug
  const edit = { field: `${slug}.y`, revision, opId: randomUUID(), value: { kind: 'number', text } }
  return { key: edit.field, reply: await saveResponses(people.ada, ada, { epoch: 1, saves: [edit] }) }
}

describe('closing and opening again', () => {
  const reopen = (attemptId: string, reason = 'The network was down.') =>
    reopenAttempt(people.ines, attemptId, { minutes: 10, reason })

  it('goes on from what was saved, and hands in once more', async () => {
    const { key } = await save('1', 1)
    await expire(ada)
    expect(await closeOverdue()).toBeGreaterThan(0)
    expect((await save('2', 2)).reply.results[0]?.outcome).toBe('closed')
    const { deadline } = await reopen(ada)
    expect(Date.parse(deadline ?? '') - Date.now()).toBeGreaterThan(9.5 * 60_000)
    const state = await attemptState(people.ada, ada)
    expect(state).toMatchObject({ state: 'open', epoch: 1, submittedAt: null })
    expect(state.responses[key]).toMatchObject({ revision: 2, value: { text: '2' } })
    await save('3', 3)
    const { submissionId } = await submitAttempt(people.ada, ada, { epoch: 1, revisions: { [key]: 3 } })
    const kept = await query(
      `SELECT s.id = $2 AS counts, s.closed_by AS by, a.value->>'text' AS text FROM submission s
       JOIN submission_answer a ON a.submission_id = s.id WHERE $1 IN (s.attempt_id, s.former_attempt_id) ORDER BY s.frozen_at`,
      [ada, submissionId],
    )
    expect(kept).toEqual([
      { counts: false, by: 'deadline', text: '1' },
      { counts: true, by: 'student', text: '3' },
    ])
    expect(await actions()).toEqual(['reopen'])
  })

  it('is staff’s to decide, with a reason that stays', async () => {
    await closeAttempt(people.ines, ada, { reason: 'Left the room.' })
    const [sitter] = (await runningExam(people.tara, examId)).sitters
    expect(sitter).toMatchObject({ state: 'closed', closedBy: 'staff' })
    await expect(closeAttempt(people.ines, ada, { reason: 'Again.' })).rejects.toMatchObject({ code: 'closed' })
    await expect(closeAttempt(people.ines, ben, { reason: ' ' })).rejects.toMatchObject({ status: 422 })
    await expect(reopen(ada, '')).rejects.toMatchObject({ status: 422 })
    await reopen(ada)
    await expect(reopen(ada)).rejects.toMatchObject({ code: 'open' })
    const { log } = await runningExam(people.tara, examId)
    expect(log.map(({ by, student, reason }) => [by, student, reason])).toEqual([
      ['Ines', 'Ada', 'The network was down.'],
      ['Ines', 'Ada', 'Left the room.'],
    ])
    await expect(query(`UPDATE staff_action SET reason = ''`)).rejects.toMatchObject({ code: '23001' })
  })

  it('ends a break that lasted: the time in between is no break', async () => {
    await takeBreak(people.ines, ada, { on: true })
    await submitAttempt(people.ada, ada, { epoch: 1, revisions: {} })
    await reopen(ada)
    expect((await attemptPulse(people.ada, ada)).breakSince).toBeNull()
  })

  it('is too late once results are out, or while a regrade compares them', async () => {
    const { submissionId } = await submitAttempt(people.ada, ada, { epoch: 1, revisions: {} })
    await gradeAsStored(submissionId)
    await releaseExam(people.ines, examId, { scope: 'computed' })
    await expect(reopen(ada)).rejects.toMatchObject({ code: 'released' })
    await releaseExam(people.ines, examId, { scope: 'none' })
    const [regrade] = await query<{ id: string }>(
      `INSERT INTO regrade (exam_id, slugs, asked_by) VALUES ($1, '{}', $2) RETURNING id`,
      [examId, people.ines.personId],
    )
    await expect(reopen(ada)).rejects.toMatchObject({ code: 'regrade' })
    await query(`UPDATE regrade SET state = 'discarded' WHERE id = $1`, [regrade?.id])
    await reopen(ada)
  })

  it('is the one change a submission knows', async () => {
    await submitAttempt(people.ada, ada, { epoch: 1, revisions: {} })
    for (const change of [
      'attempt_id = NULL',
      `attempt_id = NULL, former_attempt_id = attempt_id, digest = 'x'`,
      'attempt_id = NULL, former_attempt_id = gen_random_uuid()',
    ])
      await expect(query(`UPDATE submission SET ${change} WHERE attempt_id = $1`, [ada])).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      })
  })
})
