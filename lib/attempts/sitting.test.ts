import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { type ExamOptions, makeExam, type Scenario } from '../db/testing/scenario.ts'
import { attemptPaper } from './attempt-paper.ts'
import { attemptState } from './attempt-state.ts'
import { closeOverdue } from './close-overdue.ts'
import { saveResponses } from './save-responses.ts'
import { startAttempt } from './start-attempt.ts'
import { submitAttempt } from './submit-attempt.ts'
import { takeOver } from './take-over.ts'
import { closeScenario, openScenario, sit } from './testing/sit.ts'

let people: Scenario
let attemptId: string
let key: string
let slug: string

beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)

async function begin(options: ExamOptions = {}) {
  const sitting = await sit(people, options)
  ;({ attemptId, slug } = sitting)
  key = `${slug}.y`
  return sitting.examId
}
beforeEach(async () => void (await begin()))

const edit = (revision: number, text: string, opId: string = randomUUID(), field = key) => ({
  field,
  revision,
  opId,
  value: { kind: 'number', text },
})
const save = (epoch: number, ...saves: ReturnType<typeof edit>[]) =>
  saveResponses(people.ada, attemptId, { epoch, saves })
const outcomes = async (reply: ReturnType<typeof save>) => (await reply).results.map((result) => result.outcome)
const state = () => attemptState(people.ada, attemptId)
const expire = () => query(`UPDATE attempt SET started_at = started_at - interval '2 hours' WHERE id = $1`, [attemptId])
const jobs = () =>
  query(
    'SELECT id FROM pgboss.job WHERE name = $1 AND data->>$2 = (SELECT id::text FROM submission WHERE attempt_id = $3)',
    ['grade', 'submissionId', attemptId],
  )

describe('starting', () => {
  it('happens once, with one variant a question out of its pool, however often it is asked', async () => {
    const examId = await makeExam(people.courseId)
    const started = await Promise.all(Array.from({ length: 10 }, () => startAttempt(people.ben, examId)))
    expect(new Set(started.map((attempt) => attempt.attemptId)).size).toBe(1)
    const drawn = await query('SELECT variant_id FROM attempt_question WHERE attempt_id = $1', [started[0]?.attemptId])
    expect(drawn).toHaveLength(2)
  })

  it('waits for the window, and ends with it', async () => {
    const early = await makeExam(people.courseId, { opensAt: '2100-01-01T00:00:00Z' })
    await expect(startAttempt(people.ada, early)).rejects.toMatchObject({ status: 409, code: 'not-open' })
    const late = await makeExam(people.courseId, { closesAt: '2001-01-01T00:00:00Z' })
    await expect(startAttempt(people.ada, late)).rejects.toMatchObject({ status: 409, code: 'over' })
  })

  it('is for students of the course', async () => {
    const examId = await makeExam(people.courseId)
    await expect(startAttempt(null, examId)).rejects.toMatchObject({ status: 401 })
    await expect(startAttempt(people.stranger, examId)).rejects.toMatchObject({ status: 404 })
    await expect(startAttempt(people.tara, examId)).rejects.toMatchObject({ status: 403 })
  })

  it('is for the one whose trial it is, and nobody else', async () => {
    const examId = await makeExam(people.courseId)
    const change = (what: string) => query(`UPDATE exam SET ${what} WHERE id = $1`, [examId])
    await change(`trial_of = id, trial_person = '${people.tara.personId}'`)
    for (const other of [people.ada, people.ines])
      await expect(startAttempt(other, examId)).rejects.toMatchObject({ status: other === people.ada ? 403 : 404 })
    await startAttempt(people.tara, examId)
    await change(`discarded_at = clock_timestamp()`)
    await expect(startAttempt(people.tara, examId)).rejects.toMatchObject({ status: 404 })
  })
})

describe('saving', () => {
  it('applies an edit and gives it back', async () => {
    expect(await outcomes(save(1, edit(1, '0.5')))).toEqual(['applied'])
    expect((await state()).responses[key]).toEqual({ epoch: 1, revision: 1, value: { kind: 'number', text: '0.5' } })
  })

  it('knows a repetition by its operation, and an older edit by its revision', async () => {
    const second = edit(2, 'two')
    expect(await outcomes(save(1, second))).toEqual(['applied'])
    expect(await outcomes(save(1, second))).toEqual(['duplicate'])
    expect(await outcomes(save(1, edit(1, 'one'), edit(2, 'another two')))).toEqual(['superseded', 'superseded'])
    expect((await state()).responses[key]?.value).toEqual({ kind: 'number', text: 'two' })
    expect(await query('SELECT id FROM save_event WHERE attempt_id = $1', [attemptId])).toHaveLength(3)
  })

  it('applies the newest of one batch', async () => {
    expect(await outcomes(save(1, edit(2, 'b'), edit(3, 'c'), edit(1, 'a')))).toEqual([
      'superseded',
      'applied',
      'superseded',
    ])
  })

  it('keeps what comes from a device that was taken over, but the new one wins where both wrote', async () => {
    await save(1, edit(1, 'old device'))
    expect(await takeOver(people.ada, attemptId)).toEqual({ epoch: 2 })
    expect(await outcomes(save(2, edit(2, 'new device')))).toEqual(['applied'])
    const reply = await save(1, edit(9, 'old device, much later'), edit(1, 'only here', randomUUID(), `${slug}.y`))
    expect(reply.epoch).toBe(2)
    expect(reply.results.map((result) => result.outcome)).toEqual(['superseded', 'superseded'])
    expect((await state()).responses[key]?.value).toEqual({ kind: 'number', text: 'new device' })
    await expect(save(3, edit(1, 'from nowhere'))).rejects.toMatchObject({ status: 409, code: 'epoch' })
  })

  it('clears with null and keeps flags', async () => {
    await save(1, edit(1, '1'))
    await saveResponses(people.ada, attemptId, {
      epoch: 1,
      saves: [
        { field: key, revision: 2, opId: randomUUID(), value: null },
        { field: `${slug}#flag`, revision: 1, opId: randomUUID(), value: { kind: 'flag', on: true } },
      ],
    })
    const { responses } = await state()
    expect(responses[key]?.value).toBeNull()
    expect(responses[`${slug}#flag`]?.value).toEqual({ kind: 'flag', on: true })
  })

  it('stores text that Postgres cannot keep without the part it cannot keep', async () => {
    await save(1, edit(1, 'a\u0000b\ud800c'))
    expect((await state()).responses[key]?.value).toEqual({ kind: 'number', text: 'ab\ufffdc' })
  })

  it.each([
    ['a field of another paper', () => save(1, edit(1, '1', randomUUID(), 'other.y'))],
    [
      'an answer of another kind',
      () =>
        saveResponses(people.ada, attemptId, {
          epoch: 1,
          saves: [{ ...edit(1, ''), value: { kind: 'text', markdown: '' } }],
        }),
    ],
    [
      'an unknown member',
      () => saveResponses(people.ada, attemptId, { epoch: 1, saves: [{ ...edit(1, '1'), points: 3 }] } as never),
    ],
    [
      'an operation twice',
      () => {
        const once = edit(1, '1')
        return save(1, once, once)
      },
    ],
    ['no edit at all', () => save(1)],
  ])('refuses %s', async (_name, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ status: 422 })
    expect((await state()).responses).toEqual({})
  })

  it('is for the student whose attempt it is', async () => {
    const batch = { epoch: 1, saves: [edit(1, '1')] }
    await expect(saveResponses(null, attemptId, batch)).rejects.toMatchObject({ status: 401 })
    for (const person of [people.ben, people.ines, people.adam])
      await expect(saveResponses(person, attemptId, batch)).rejects.toMatchObject({ status: 404 })
    await expect(saveResponses(people.ada, randomUUID(), batch)).rejects.toMatchObject({ status: 404 })
    await expect(attemptState(people.ben, attemptId)).rejects.toMatchObject({ status: 404 })
    await expect(attemptPaper(people.ben, attemptId)).rejects.toMatchObject({ status: 404 })
    await expect(takeOver(people.ben, attemptId)).rejects.toMatchObject({ status: 404 })
  })
})

describe('handing in', () => {
  it('freezes once: fifty requests, one submission, one receipt, one grading job', async () => {
    await save(1, edit(1, '1.5'))
    const handIn = () => submitAttempt(people.ada, attemptId, { epoch: 1, revisions: { [key]: 1 } })
    const replies = await Promise.all(Array.from({ length: 50 }, handIn))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await query('SELECT id FROM submission WHERE attempt_id = $1', [attemptId])).toHaveLength(1)
    expect(await jobs()).toHaveLength(1)
    const frozen = await query<{ value: unknown }>('SELECT value FROM submission_answer WHERE submission_id = $1', [
      replies[0]?.submissionId,
    ])
    expect(frozen).toEqual([{ value: { kind: 'number', text: '1.5' } }])
  })

  it('asks for what has not arrived, then takes it', async () => {
    await save(1, edit(1, '1'))
    const handIn = () => submitAttempt(people.ada, attemptId, { epoch: 1, revisions: { [key]: 2, [`${slug}.why`]: 1 } })
    await expect(handIn()).rejects.toMatchObject({
      status: 409,
      code: 'missing',
      details: { fields: [`${slug}.why`, key].sort() },
    })
    expect((await state()).state).toBe('open')
    await save(1, edit(2, '2'))
    await saveResponses(people.ada, attemptId, {
      epoch: 1,
      saves: [{ field: `${slug}.why`, revision: 1, opId: randomUUID(), value: { kind: 'text', markdown: 'so' } }],
    })
    await expect(handIn()).resolves.toMatchObject({ receipt: expect.stringMatching(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/) })
  })

  it('is refused from a device that was taken over', async () => {
    await takeOver(people.ada, attemptId)
    await expect(submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })).rejects.toMatchObject({
      code: 'stale',
    })
  })

  it('ends saving: later edits are kept as late, not as answers', async () => {
    await save(1, edit(1, 'in time'))
    await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
    const reply = await save(1, edit(2, 'too late'))
    expect(reply.state).toBe('closed')
    expect(reply.results[0]?.outcome).toBe('closed')
    expect((await state()).responses[key]?.value).toEqual({ kind: 'number', text: 'in time' })
    expect(await query('SELECT late FROM save_event WHERE attempt_id = $1 ORDER BY id', [attemptId])).toEqual([
      { late: false },
      { late: true },
    ])
    await expect(takeOver(people.ada, attemptId)).rejects.toMatchObject({ status: 409, code: 'closed' })
  })
})

describe('the deadline', () => {
  it('closes without anybody pressing anything, with what was saved', async () => {
    await save(1, edit(1, 'saved'))
    await expire()
    expect(await closeOverdue()).toBe(1)
    expect(await closeOverdue()).toBe(0)
    expect((await save(1, edit(2, 'late'))).results[0]?.outcome).toBe('closed')
    expect(await jobs()).toHaveLength(1)
    const [frozen] = await query(
      'SELECT a.value FROM submission s JOIN submission_answer a ON a.submission_id = s.id WHERE s.attempt_id = $1',
      [attemptId],
    )
    expect(frozen).toEqual({ value: { kind: 'number', text: 'saved' } })
  })

  it('closes an attempt to which something is sent too late', async () => {
    await save(1, edit(1, 'saved'))
    await expire()
    expect((await save(1, edit(2, 'late'))).results[0]).toMatchObject({ outcome: 'closed' })
    expect(await state()).toMatchObject({ state: 'closed', responses: { [key]: { revision: 1 } } })
    expect(await jobs()).toHaveLength(1)
  })

  it('closes an attempt that somebody looks at', async () => {
    await expire()
    expect(await state()).toMatchObject({ state: 'closed', submittedAt: expect.any(String) })
    expect(await jobs()).toHaveLength(1)
  })

  it('is not passed by submitting late: the deadline closed it', async () => {
    await expire()
    await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: { [key]: 5 } })
    expect(await query('SELECT closed_by FROM submission WHERE attempt_id = $1', [attemptId])).toEqual([
      { closed_by: 'deadline' },
    ])
  })

  it('leaves a grace for saves that are under way', async () => {
    await begin({ graceSeconds: 7200 })
    await expire()
    expect(await outcomes(save(1, edit(1, 'under way')))).toEqual(['applied'])
    expect(await closeOverdue()).toBe(0)
  })

  it('is the earlier of duration and window, and an accommodation moves both', async () => {
    const closesAt = new Date(Date.now() + 1800_000).toISOString()
    const examId = await begin({ closesAt })
    const start = Date.parse((await state()).startedAt)
    expect((await state()).deadline).toBe(closesAt)
    await query('INSERT INTO accommodation (exam_id, person_id, extra_seconds) VALUES ($1, $2, 900)', [
      examId,
      people.ada.personId,
    ])
    expect(Date.parse((await state()).deadline ?? '')).toBe(Date.parse(closesAt) + 900_000)
    await query('UPDATE exam SET closes_at = NULL WHERE id = $1', [examId])
    expect(Date.parse((await state()).deadline ?? '')).toBe(start + 4500_000)
  })

  it('may be none', async () => {
    await begin({ durationSeconds: null })
    expect((await state()).deadline).toBeNull()
    expect(await outcomes(save(1, edit(1, 'whenever')))).toEqual(['applied'])
  })
})
