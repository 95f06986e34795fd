import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveResponses } from '../attempts/save-responses.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { decideLate } from '../late/decide-late.ts'
import { waitingLate } from '../late/waiting-late.ts'
import { attemptHistory } from './attempt-history.ts'
import { attemptReplay } from './attempt-replay.ts'
import { type Sitter, sitter } from './testing/sitting.ts'

let people: Scenario
let sat: Sitter
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  sat = await sitter(people)
  await sat.save(sat.y, 1, 1, '1')
  const flag = {
    field: `${sat.y.split('.')[0]}#flag`,
    revision: 1,
    opId: randomUUID(),
    value: { kind: 'flag', on: true },
  }
  await saveResponses(sat.person, sat.attemptId, { epoch: 1, saves: [flag] })
  await submitAttempt(sat.person, sat.attemptId, { epoch: 1, revisions: {} })
  await sat.save(sat.y, 1, 2, 'late')
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

it('how an attempt came about is for the staff of its course', async () => {
  const looks = [
    (who: Scenario['tara'] | null) => attemptHistory(who, sat.attemptId),
    (who: Scenario['tara'] | null) => attemptReplay(who, sat.attemptId),
    (who: Scenario['tara'] | null) => waitingLate(who, sat.examId),
  ]
  for (const look of looks) {
    await expect(look(null)).rejects.toMatchObject({ status: 401 })
    await expect(look(sat.person)).rejects.toMatchObject({ status: 403 })
    await expect(look(people.outsider)).rejects.toMatchObject({ status: 404 })
    for (const staff of [people.tara, people.ines, people.adam]) await look(staff)
  }
})

it('while it is being sat, an attempt is for those who run the exam, and not for assistants', async () => {
  const sitting = await sitter(people)
  await sitting.save(sitting.y, 1, 1, '1')
  for (const look of [attemptHistory, attemptReplay]) {
    await expect(look(people.tara, sitting.attemptId)).rejects.toMatchObject({ status: 403, code: 'open' })
    for (const staff of [people.ines, people.adam]) await look(staff, sitting.attemptId)
  }
})

it('shows every save of an answer in order, and what is kept without counting', async () => {
  const { saves, fields } = await attemptReplay(people.tara, sat.attemptId)
  expect(saves).toMatchObject([
    { field: sat.y, late: false, value: { text: '1' } },
    { field: sat.y, late: true, value: { text: 'late' } },
  ])
  expect(fields.map(({ field }) => field)).toEqual([sat.y, sat.why])
  expect(await attemptHistory(people.ines, sat.attemptId)).toMatchObject({
    person: 'Cleo',
    state: 'closed',
    saves: 3,
    submissions: [{ closedBy: 'student', former: false }],
    kept: [{ field: sat.y, kept: [{ waits: true }] }],
    findings: [],
  })
})

it('assistants are shown no name where they decide, but the code by which the submission is known', async () => {
  const history = await attemptHistory(people.tara, sat.attemptId)
  const waiting = await waitingLate(people.tara, sat.examId)
  expect(history.person).toBeNull()
  expect(waiting.map(({ code }) => code)).toEqual([history.submissions[0]?.code])
  for (const who of [people.tara, people.ines])
    expect(JSON.stringify(await waitingLate(who, sat.examId))).not.toContain('Cleo')
})

it('a decision stays as it was written', async () => {
  const [event] = await query<{ id: string }>('SELECT id::text FROM save_event WHERE attempt_id = $1 AND late', [
    sat.attemptId,
  ])
  await decideLate(people.tara, sat.attemptId, { eventId: event?.id ?? '', accept: true, reason: 'x' })
  const refused = { code: '23001', message: expect.stringContaining('append-only') }
  await expect(query('UPDATE late_decision SET accepted = false')).rejects.toMatchObject(refused)
  await expect(query('DELETE FROM late_decision')).rejects.toMatchObject(refused)
})
