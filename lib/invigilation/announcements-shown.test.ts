import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { attemptPulse, pulseQuery } from '../attempts/attempt-pulse.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { closePools, generalPool } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { announce } from './announce.ts'
import { runningExam } from './running-exam.ts'

let people: Scenario
let examId: string
let ada: string

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId)
  ada = (await startAttempt(people.ada, examId)).attemptId
})
afterAll(closePools)

const seen = async () => {
  const { sitters, announcements } = await runningExam(people.tara, examId)
  return { shown: sitters.map(({ shownUpTo }) => shownUpTo), said: announcements.map(({ text }) => text) }
}

it('staff see up to which announcement a student’s page shows them, by what the page says and no more', async () => {
  await attemptPulse(people.ada, ada, 99)
  expect(await seen()).toEqual({ shown: [0, 0], said: [] })
  const first = await announce(people.ines, examId, { text: 'Read rows for lines.' })
  await attemptPulse(people.ada, ada)
  expect((await seen()).shown).toEqual([0, 0])
  await attemptPulse(people.ada, ada, first.id)
  const second = await announce(people.ines, examId, { text: 'Ten minutes more.' })
  expect(await seen()).toEqual({ shown: [first.id, 0], said: ['Ten minutes more.', 'Read rows for lines.'] })
  await attemptPulse(people.ada, ada, second.id + 1000)
  await attemptPulse(people.ada, ada, first.id) // of another tab
  expect((await seen()).shown).toEqual([second.id, 0])
})

it('two tabs that tell at the same time take nothing back from each other', async () => {
  const ben = (await startAttempt(people.ben, examId)).attemptId
  const older = await announce(people.ines, examId, { text: 'One.' })
  const newer = await announce(people.ines, examId, { text: 'Two.' })
  const waiting = (n: number) =>
    vi.waitFor(async () => {
      const rows = await query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%announcement_shown%'`,
      )
      expect(rows).toHaveLength(n)
    }, 10_000)
  const pulses: Promise<unknown>[] = []
  await query('INSERT INTO announcement_shown (attempt_id, up_to) VALUES ($1, 0)', [ben])
  await inTransaction(async (held) => {
    // who waits for a row is let in one after the other, in the order of asking
    await held('SELECT FROM announcement_shown WHERE attempt_id = $1 FOR UPDATE', [ben])
    for (const { id } of [newer, older]) {
      pulses.push(attemptPulse(people.ben, ben, id))
      await waiting(pulses.length)
    }
  })
  await Promise.all(pulses)
  expect((await seen()).shown[1]).toBe(newer.id)
})

it('is written once an announcement, not with every pulse', async () => {
  const { id } = await announce(people.ines, examId, { text: 'Quiet, please.' })
  const statements = vi.spyOn(generalPool(), 'query')
  for (let k = 0; k < 3; k++) await attemptPulse(people.ada, ada, id)
  expect(statements).toHaveBeenCalledTimes(4)
})

it('what a page says in its address is a number or nothing', () => {
  const read = (shown?: string) => pulseQuery.parse(shown === undefined ? {} : { shown, from: 'an old page' }).shown
  expect([read('17'), read(), read(''), read('-1'), read('1.5'), read('x'), read('1e999')]).toEqual([
    17, 0, 0, 0, 0, 0, 0,
  ])
})
