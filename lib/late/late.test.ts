import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { takeOver } from '../attempts/take-over.ts'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { type Sitter, sitter } from '../evidence/testing/sitting.ts'
import { storeGradings } from '../grading/store-gradings.ts'
import { storedGradings } from '../receipts/stored-gradings.ts'
import { loadTasks } from '../worker/load-submissions.ts'
import { acceptInGrace } from './accept-in-grace.ts'
import { decideLate } from './decide-late.ts'
import { keptContent } from './late-content.ts'
import { waitingLate } from './waiting-late.ts'

const reason = 'The network was down.'

let people: Scenario
let sat: Sitter

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  sat = await sitter(people)
  await sat.save(sat.y, 1, 1, 'in time')
})

const submissionOf = async () =>
  (await query<{ id: string }>('SELECT id FROM submission WHERE attempt_id = $1', [sat.attemptId]))[0]?.id ?? ''
const counting = async (field = sat.y) =>
  (
    await query<{ value: { text?: string; markdown?: string } }>(
      'SELECT value FROM answer_that_counts WHERE submission_id = $1 AND field = $2',
      [await submissionOf(), field],
    )
  ).map(({ value }) => value.text ?? value.markdown)
const jobs = async () =>
  (await query('SELECT FROM pgboss.job WHERE data->>$1 = $2', ['submissionId', await submissionOf()])).length
const waiting = async () => (await keptContent(sat.attemptId)).flatMap(({ kept }) => kept.filter((save) => save.waits))
const grace = (seconds: number) => query('UPDATE exam SET sync_grace_seconds = $2 WHERE id = $1', [sat.examId, seconds])

describe('within the sync grace', () => {
  it('what was typed offline counts, frozen before or not, and is graded; the submission stays as it was', async () => {
    await sat.pass(60)
    const reply = await sat.save(sat.y, 1, 2, 'offline')
    expect(reply.results).toMatchObject([{ outcome: 'closed', accepted: true }])
    expect(await counting()).toEqual(['offline'])
    const frozen = await query('SELECT value FROM submission_answer WHERE submission_id = $1', [await submissionOf()])
    expect(frozen).toMatchObject([{ value: { text: 'in time' } }])
    await sat.save(sat.why, 1, 1, 'a field of its own')
    await sat.save(sat.y, 1, 3, 'more')
    expect(await counting()).toEqual(['more'])
    expect(await counting(sat.why)).toEqual(['a field of its own'])
    expect(await jobs()).toBe(4)
    expect(await waiting()).toEqual([])
    const [task] = await loadTasks([await submissionOf()])
    expect(task).toMatchObject({ row: { answers: { y: { text: 'more' } } } })
    expect(task?.amendment).toBeGreaterThan(0)
  })

  it('a repetition is taken once, an older edit not at all', async () => {
    await sat.pass(60)
    await sat.save(sat.y, 1, 3, 'offline', '11111111-1111-4111-8111-111111111111')
    const again = await sat.save(sat.y, 1, 3, 'offline', '11111111-1111-4111-8111-111111111111')
    expect(again.results).toMatchObject([{ outcome: 'closed', accepted: true }])
    expect((await sat.save(sat.y, 1, 2, 'older')).results[0]).not.toHaveProperty('accepted')
    expect(await counting()).toEqual(['offline'])
    expect(await query('SELECT FROM late_decision WHERE submission_id = $1', [await submissionOf()])).toHaveLength(1)
  })

  it('waits for whoever holds the attempt just then: nothing that came in the grace is passed by', async () => {
    await sat.pass(60)
    const late = [{ field: sat.y, revision: 2, opId: randomUUID(), value: { kind: 'number', text: 'offline' } }]
    await query('SELECT save_responses($1, $2, 1, $3)', [sat.attemptId, sat.person.personId, JSON.stringify(late)])
    const waiter = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    const taking = await inTransaction(async (holding) => {
      await holding('SELECT FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [sat.attemptId])
      const begun = acceptInGrace(sat.attemptId)
      await expect.poll(async () => (await query(waiter)).length, { timeout: 10_000 }).toBeGreaterThan(0)
      return { begun }
    })
    await taking.begun
    expect(await counting()).toEqual(['offline'])
  })

  it('is over when the policy says so', async () => {
    await grace(30)
    await sat.pass(60)
    expect((await sat.save(sat.y, 1, 2, 'offline')).results[0]).not.toHaveProperty('accepted')
    expect(await counting()).toEqual(['in time'])
    expect(await waiting()).toMatchObject([{ field: sat.y, epoch: 1, late: true, value: { text: 'offline' } }])
    expect(await waitingLate(people.tara, sat.examId)).toMatchObject([{ attemptId: sat.attemptId, fields: 1 }])
  })

  it('is none for whoever handed in', async () => {
    await submitAttempt(sat.person, sat.attemptId, { epoch: 1, revisions: {} })
    expect((await sat.save(sat.y, 1, 2, 'second thoughts')).results[0]).not.toHaveProperty('accepted')
    expect(await counting()).toEqual(['in time'])
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a person', () => {
  beforeEach(async () => {
    await sat.pass(100_000)
    await closeOverdue(sat.attemptId)
    await sat.save(sat.y, 1, 2, 'late')
  })
  const eventId = async () => (await waiting())[0]?.eventId ?? ''

  it('accepts late content, which is graded anew, and may take it back', async () => {
    const id = await eventId()
    expect(await jobs()).toBe(1)
    await decideLate(people.tara, sat.attemptId, { eventId: id, accept: true, reason: 'Wi-Fi was down' })
    expect(await counting()).toEqual(['late'])
    expect(await jobs()).toBe(2)
    await decideLate(people.tara, sat.attemptId, { eventId: id, accept: true, reason })
    expect(await jobs()).toBe(2)
    await decideLate(people.ines, sat.attemptId, { eventId: id, accept: false, reason })
    expect(await counting()).toEqual(['in time'])
    expect(await jobs()).toBe(3)
    expect(
      await query('SELECT action, reason FROM staff_action WHERE attempt_id = $1 ORDER BY id', [sat.attemptId]),
    ).toEqual([
      { action: 'accept-late', reason: 'Wi-Fi was down' },
      { action: 'leave-late', reason },
    ])
    expect(await keptContent(sat.attemptId)).toMatchObject([
      {
        handedIn: { text: 'in time' },
        counts: { text: 'in time' },
        kept: [{ decision: { accepted: false, by: 'Ines' } }],
      },
    ])
  })

  it('leaves it, and nobody is asked again, nor is the policy', async () => {
    await decideLate(people.tara, sat.attemptId, { eventId: await eventId(), accept: false, reason })
    expect(await waitingLate(people.tara, sat.examId)).toEqual([])
    expect(await jobs()).toBe(1)
    await grace(86_400)
    await query("UPDATE attempt SET started_at = clock_timestamp() - interval '2 hours' WHERE id = $1", [sat.attemptId])
    await sat.save(sat.y, 1, 3, 'later')
    expect(await counting()).toEqual(['in time'])
  })

  it('is not overruled by a grading that was under way: it is not stored any more', async () => {
    const submissionId = await submissionOf()
    await gradeAsStored(submissionId)
    const [before] = await storedGradings(sat.attemptId)
    await decideLate(people.tara, sat.attemptId, { eventId: await eventId(), accept: true, reason })
    await gradeAsStored(submissionId, undefined, 'another grader')
    expect(await storedGradings(sat.attemptId)).toMatchObject([{ gradingId: before?.gradingId }])
    expect(before?.answers).toMatchObject({ y: { text: 'in time' } })
    const [task] = await loadTasks([submissionId])
    expect(await storeGradings(query, [{ ...task!, grading: before!.stored }])).toBe(1)
    const [after] = await storedGradings(sat.attemptId)
    expect(after?.answers).toMatchObject({ y: { text: 'late' } })
    expect(await storedGradings(before?.gradingId ?? '')).toMatchObject([{ answers: { y: { text: 'in time' } } }])
  })

  it('says why, whatever the verdict', async () => {
    const decision = { eventId: await eventId(), accept: false }
    for (const reason of ['', ' \n ', 'x'.repeat(501)])
      await expect(decideLate(people.tara, sat.attemptId, { ...decision, reason })).rejects.toMatchObject({
        status: 422,
      })
    await decideLate(people.tara, sat.attemptId, { ...decision, reason: `  ${'x'.repeat(500)}\n` })
    expect(await query('SELECT reason FROM late_decision WHERE submission_id = $1', [await submissionOf()])).toEqual([
      { reason: 'x'.repeat(500) },
    ])
  })

  it('is staff of the course; the event is one of the attempt', async () => {
    const decision = { eventId: await eventId(), accept: true, reason }
    for (const [who, status] of [
      [null, 401],
      [sat.person, 403],
      [people.outsider, 404],
    ] as const)
      await expect(decideLate(who, sat.attemptId, decision)).rejects.toMatchObject({ status })
    const other = await sitter(people)
    await expect(decideLate(people.tara, other.attemptId, decision)).rejects.toMatchObject({ status: 404 })
    await other.save(other.y, 1, 1, '1')
    const [open] = await query<{ id: string }>('SELECT id::text FROM save_event WHERE attempt_id = $1', [
      other.attemptId,
    ])
    await expect(
      decideLate(people.tara, other.attemptId, { eventId: open?.id ?? '', accept: true, reason }),
    ).rejects.toMatchObject({ status: 409, code: 'open' })
  })
})

it('what a device lost that was taken over is kept and shown, and may be accepted as well', async () => {
  await sat.save(sat.y, 1, 2, 'old device')
  await takeOver(sat.person, sat.attemptId)
  await sat.save(sat.y, 2, 3, 'new device')
  await sat.save(sat.y, 1, 4, 'old device, unsent for long')
  await submitAttempt(sat.person, sat.attemptId, { epoch: 2, revisions: {} })
  const [field] = await keptContent(sat.attemptId)
  expect(field).toMatchObject({
    field: sat.y,
    label: 'y',
    counts: { text: 'new device' },
    kept: [{ epoch: 1, late: false, waits: false, value: { text: 'old device, unsent for long' } }],
  })
  await decideLate(people.tara, sat.attemptId, { eventId: field?.kept[0]?.eventId ?? '', accept: true, reason })
  expect(await counting()).toEqual(['old device, unsent for long'])
})
