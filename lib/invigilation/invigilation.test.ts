import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptAnnouncements } from '../attempts/attempt-announcements.ts'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { attemptPulse } from '../attempts/attempt-pulse.ts'
import { attemptState } from '../attempts/attempt-state.ts'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools, generalPool } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { announce } from './announce.ts'
import { closeAttempt } from './close-attempt.ts'
import { type ExtensionBody, extendTime } from './extend-time.ts'
import { reopenAttempt } from './reopen-attempt.ts'
import { runningExam } from './running-exam.ts'
import { setAccommodations } from './set-accommodations.ts'
import { setWindow } from './set-window.ts'
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

/** Minutes that were left when the attempt began, or were added since. */
async function minutes(person: Principal, attemptId: string): Promise<number> {
  const { deadline, startedAt } = await attemptState(person, attemptId)
  return Math.round((Date.parse(deadline ?? '') - Date.parse(startedAt)) / 60_000)
}
const both = async () => [await minutes(people.ada, ada), await minutes(people.ben, ben)]
const extend = (to: ExtensionBody['to'], n: number) => extendTime(people.ines, examId, { to, minutes: n })
const expire = (attemptId: string) =>
  query(`UPDATE attempt SET started_at = started_at - interval '2 hours' WHERE id = $1`, [attemptId])
const seat = (room: string) => ({ personId: people.ada.personId, percent: 100, extraMinutes: 0, room })
const actions = async () => (await runningExam(people.tara, examId)).log.map(({ action }) => action)

async function save(text: string, revision: number) {
  const slug = (await attemptPaper(people.ada, ada)).questions[0]?.slug
  const edit = { field: `${slug}.y`, revision, opId: randomUUID(), value: { kind: 'number', text } }
  return { key: edit.field, reply: await saveResponses(people.ada, ada, { epoch: 1, saves: [edit] }) }
}

describe('more time in mid-exam', () => {
  it('for one, a room or all, and some of it back', async () => {
    expect(await extend({ scope: 'person', personId: people.ada.personId }, 5)).toMatchObject({ attempts: 1 })
    expect(await both()).toEqual([65, 60])
    await setAccommodations(people.ines, examId, { students: [seat('Hall 1')] })
    expect(await extend({ scope: 'room', room: 'Hall 1' }, 10)).toMatchObject({ attempts: 1 })
    expect(await both()).toEqual([75, 60])
    expect(await extend({ scope: 'all' }, 15)).toEqual({ attempts: 2, closedTooEarly: 0 })
    expect(await both()).toEqual([90, 75])
    await extend({ scope: 'all' }, -5)
    expect(await both()).toEqual([85, 70])
    expect(await actions()).toEqual(['extend', 'extend', 'extend', 'accommodate', 'extend'])
  })

  it('takes back no more than was given, and nobody’s last minute', async () => {
    await expect(extend({ scope: 'all' }, -5)).rejects.toMatchObject({ status: 409, code: 'too-short' })
    await extend({ scope: 'all' }, 90)
    await expire(ada)
    await expect(extend({ scope: 'all' }, -40)).rejects.toMatchObject({ code: 'too-short' })
    expect(await both()).toEqual([150, 150])
  })

  it('is for rooms and students that there are', async () => {
    await expect(extend({ scope: 'room', room: 'Nowhere' }, 5)).rejects.toMatchObject({ status: 422 })
    await expect(extend({ scope: 'person', personId: people.stranger.personId }, 5)).rejects.toMatchObject({
      status: 422,
    })
  })

  it('reaches who is just being closed', async () => {
    await expire(ada)
    await extend({ scope: 'all' }, 90)
    expect(await closeOverdue()).toBe(0)
  })

  it('comes too late for who was closed before, and says so', async () => {
    await expire(ada)
    await closeOverdue(ada)
    expect(await extend({ scope: 'all' }, 30)).toEqual({ attempts: 1, closedTooEarly: 0 })
    expect(await extend({ scope: 'all' }, 60)).toEqual({ attempts: 1, closedTooEarly: 1 })
  })
})

describe('a break', () => {
  it('stops the clock of one, and starts it again', async () => {
    await takeBreak(people.ines, ada, { on: true })
    await takeBreak(people.ines, ada, { on: true })
    expect((await attemptPulse(people.ada, ada)).breakSince).not.toBeNull()
    expect((await attemptPulse(people.ben, ben)).breakSince).toBeNull()
    await query(`ALTER TABLE attempt_break DISABLE TRIGGER ended`)
    await query(`UPDATE attempt_break SET started_at = started_at - interval '30 min' WHERE attempt_id = $1`, [ada])
    await query(`ALTER TABLE attempt_break ENABLE TRIGGER ended`)
    expect(await both()).toEqual([90, 60])
    expect((await runningExam(people.tara, examId)).sitters.map(({ state }) => state)).toEqual(['break', 'open'])
    await takeBreak(people.ines, ada, { on: false })
    expect(await both()).toEqual([90, 60])
    expect((await attemptPulse(people.ada, ada)).breakSince).toBeNull()
    expect(await actions()).toEqual(['end-break', 'start-break'])
  })

  it('keeps what arrives meanwhile, and says so to staff', async () => {
    await takeBreak(people.ines, ada, { on: true })
    expect((await save('1', 1)).reply.results[0]?.outcome).toBe('applied')
    expect((await runningExam(people.tara, examId)).sitters[0]).toMatchObject({ savesInBreaks: 1 })
  })

  it('does not begin when the time is over', async () => {
    await expire(ada)
    await expect(takeBreak(people.ines, ada, { on: true })).rejects.toMatchObject({ code: 'over' })
  })
})

it('a pulse is one statement', async () => {
  await attemptPulse(people.ada, ada)
  const statements = vi.spyOn(generalPool(), 'query')
  await attemptPulse(people.ada, ada)
  expect(statements).toHaveBeenCalledTimes(1)
})

describe('announcements', () => {
  it('are heard by everybody who sits the exam, of one question or of all', async () => {
    expect((await attemptPulse(people.ada, ada)).announcements).toBe(0)
    const [question] = (await runningExam(people.tara, examId)).questions
    const first = await announce(people.ines, examId, { text: 'Read $W$ as $W_1$.', question: question?.slug ?? '' })
    const second = await announce(people.ines, examId, { text: 'Ten minutes more for all.' })
    expect((await attemptPulse(people.ada, ada)).announcements).toBe(second.id)
    expect((await attemptState(people.ben, ben)).announcements).toBe(second.id)
    const { announcements } = await attemptAnnouncements(people.ben, ben)
    expect(announcements.map(({ id, question: of, text }) => [id, of, text])).toEqual([
      [second.id, null, 'Ten minutes more for all.'],
      [first.id, question?.slug, 'Read $W$ as $W_1$.'],
    ])
    await expect(announce(people.ines, examId, { text: 'x', question: 'another' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(attemptAnnouncements(people.ada, ben)).rejects.toMatchObject({ status: 404 })
    await expect(attemptPulse(people.ada, ben)).rejects.toMatchObject({ status: 404 })
  })
})

describe('accommodations', () => {
  it('of many are set together, before or during the exam, or not at all', async () => {
    const more = { personId: people.ada.personId, percent: 150, extraMinutes: 3, room: 'Quiet room' }
    const stranger = { ...more, personId: people.stranger.personId }
    await expect(setAccommodations(people.ines, examId, { students: [more, stranger] })).rejects.toMatchObject({
      status: 422,
      field: 'students.1.personId',
    })
    expect(await both()).toEqual([60, 60])
    await setAccommodations(people.ines, examId, { students: [more] })
    expect(await both()).toEqual([93, 60])
    expect((await runningExam(people.tara, examId)).sitters[0]).toMatchObject({
      room: 'Quiet room',
      percent: 150,
      extraMinutes: 3,
    })
    await setAccommodations(people.ines, examId, { students: [{ ...more, percent: 100, room: '' }] })
    expect(await both()).toEqual([63, 60])
    expect((await runningExam(people.tara, examId)).sitters[0]?.room).toBeNull()
  })

  it('are not taken away under the fingers', async () => {
    await setAccommodations(people.ines, examId, { students: [{ ...seat(''), percent: 300 }] })
    await expire(ada)
    await expect(setAccommodations(people.ines, examId, { students: [seat('')] })).rejects.toMatchObject({
      code: 'too-short',
    })
  })
})

describe('the window', () => {
  const opens = null
  const zone = 'Europe/Berlin'

  it('is entered as local times of a zone', async () => {
    const closes = { local: '2099-07-01T10:00' }
    expect(await setWindow(people.ines, examId, { zone, opens, closes })).toEqual({
      opensAt: null,
      closesAt: '2099-07-01T08:00:00.000Z',
      tellsBefore: false,
    })
  })

  it('says when results would be told before it closes, unless that was taken back', async () => {
    const close = async (local: string | null) =>
      (await setWindow(people.ines, examId, { zone: 'UTC', opens, closes: local === null ? null : { local } }))
        .tellsBefore
    const release = (scope: string, at: string | null) =>
      query('INSERT INTO release (exam_id, scope, person_id, at) VALUES ($1, $2, $3, $4)', [
        examId,
        scope,
        people.ines.personId,
        at,
      ])
    await release('all', '2090-01-01T12:00:00Z')
    expect([await close('2090-01-01T12:00'), await close('2090-01-01T12:01')]).toEqual([false, true])
    expect(await close(null)).toBe(true)
    await release('none', null)
    expect(await close('2090-01-01T12:01')).toBe(false)
  })

  it.each([
    ['twice', '2027-10-31T02:30', ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']],
    ['never', '2027-03-28T02:30', ['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z']],
  ])('that comes %s is refused with a choice', async (code, local, choices) => {
    await expect(setWindow(people.ines, examId, { zone, opens, closes: { local } })).rejects.toMatchObject({
      status: 409,
      code,
      field: 'closes',
      details: { choices },
    })
    const chosen = await setWindow(people.ines, examId, { zone, opens, closes: { local, choice: 1 } })
    expect(chosen.closesAt).toBe(choices[1])
  })

  it('is a zone and days that there are, in order, and closes nobody’s exam', async () => {
    const refused = (given: Parameters<typeof setWindow>[2]) => setWindow(people.ines, examId, given)
    await expect(refused({ zone: 'Mars', opens, closes: null })).rejects.toMatchObject({ status: 422 })
    const bad = { local: '2027-02-30T10:00' }
    await expect(refused({ zone, opens, closes: bad })).rejects.toMatchObject({ status: 422 })
    const later = { local: '2099-01-02T10:00' }
    await expect(refused({ zone, opens: later, closes: { local: '2099-01-01T10:00' } })).rejects.toMatchObject({
      status: 422,
    })
    const past = { local: '2020-01-01T10:00' }
    await expect(refused({ zone, opens, closes: past })).rejects.toMatchObject({ code: 'too-short' })
  })
})

it('what was given, said and done stays as it was', async () => {
  await extend({ scope: 'all' }, 5)
  await announce(people.ines, examId, { text: 'x' })
  for (const statement of [
    'UPDATE extension SET seconds = 0',
    'DELETE FROM extension',
    `UPDATE announcement SET text = ''`,
    'DELETE FROM announcement',
    'DELETE FROM staff_action',
    'TRUNCATE attempt_break',
  ])
    await expect(query(statement), statement).rejects.toMatchObject({ code: '23001' })
})

it('assistants see, instructors change, students and strangers do neither', async () => {
  const attempts: [string, (who: Principal | null) => Promise<unknown>][] = [
    ['extend', (who) => extendTime(who, examId, { to: { scope: 'all' }, minutes: 1 })],
    ['break', (who) => takeBreak(who, ada, { on: true })],
    ['announce', (who) => announce(who, examId, { text: 'x' })],
    ['accommodate', (who) => setAccommodations(who, examId, { students: [seat('A')] })],
    ['window', (who) => setWindow(who, examId, { zone: 'UTC', opens: null, closes: null })],
    ['close', (who) => closeAttempt(who, ada, { reason: 'x' })],
    ['reopen', (who) => reopenAttempt(who, ada, { minutes: 1, reason: 'x' })],
  ]
  for (const [name, run] of attempts) {
    for (const [who, status] of [
      [null, 401],
      [people.ada, 403],
      [people.tara, 403],
      [people.outsider, 404],
    ] as const)
      await expect(run(who), name).rejects.toMatchObject({ status })
    await expect(run(people.ines), name).resolves.toBeDefined()
  }
  await expect(runningExam(people.ada, examId)).rejects.toMatchObject({ status: 403 })
  await expect(runningExam(people.outsider, examId)).rejects.toMatchObject({ status: 404 })
  expect(await runningExam(people.tara, examId)).toMatchObject({ mayChange: false })
  expect(await runningExam(people.ines, examId)).toMatchObject({ mayChange: true })
})
