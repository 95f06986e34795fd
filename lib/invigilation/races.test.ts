import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { closePools } from '../db/pool.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { announce } from './announce.ts'
import { extendTime } from './extend-time.ts'
import { takeBreak } from './take-break.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const expire = (run: Query, examId: string) =>
  run(`UPDATE attempt SET started_at = started_at - interval '61 min' WHERE exam_id = $1`, [examId])
const everybody = { to: { scope: 'all' as const }, minutes: 10 }

async function sat(count: number): Promise<string> {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  for (let k = 0; k < count; k += 1) {
    const person = await makePerson('Sitter')
    await enrol(people.courseId, person, 'student')
    await startAttempt(person, examId)
  }
  return examId
}

/** Starts `blocked` while `hold` is not committed, does `then` once it waits, and lets both go on. */
async function whileHeld(
  hold: (run: Query) => Promise<unknown>,
  blocked: () => Promise<unknown>,
  then: (run: Query) => Promise<unknown>,
): Promise<unknown> {
  let waiting: Promise<unknown> = Promise.resolve()
  await inTransaction(async (run) => {
    await hold(run)
    const [holder] = await run<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    waiting = blocked()
    waiting.catch(() => {})
    const waits = vi.waitFor(
      async () =>
        expect(
          await query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))', [holder?.pid]),
        ).toHaveLength(1),
      10_000,
    )
    await Promise.race([waits, waiting.then(() => Promise.reject(new Error('It did not wait.')))])
    await then(run)
  })
  return waiting
}

describe('more time for all', () => {
  it('keeps the finaliser off from the moment on that it is given', async () => {
    const examId = await sat(2)
    await expire(query, examId)
    const hold = (run: Query) => run('SELECT FROM exam WHERE id = $1 FOR UPDATE', [examId])
    const given = await whileHeld(
      hold,
      () => extendTime(people.ines, examId, everybody),
      async () => expect(await closeOverdue()).toBe(0),
    )
    expect(given).toEqual({ attempts: 2, closedTooEarly: 0 })
    expect(await closeOverdue()).toBe(0)
  })

  it('and finalisers at the same time: nobody is closed after the time was given', async () => {
    for (let round = 0; round < 12; round += 1) {
      const examId = await sat(6)
      await expire(query, examId)
      await Promise.all([closeOverdue(), extendTime(people.ines, examId, everybody), closeOverdue(), closeOverdue()])
      const wronged = await query(
        `SELECT a.id FROM attempt a JOIN submission s ON s.attempt_id = a.id
         JOIN extension x ON x.exam_id = a.exam_id WHERE a.exam_id = $1 AND s.frozen_at > x.created_at`,
        [examId],
      )
      expect(wronged).toEqual([])
      await closeOverdue()
      const open = await query(`SELECT FROM attempt WHERE exam_id = $1 AND state = 'open'`, [examId])
      const closed = await query(`SELECT FROM attempt a JOIN submission s ON s.attempt_id = a.id WHERE exam_id = $1`, [
        examId,
      ])
      expect(open.length + closed.length).toBe(6)
    }
  })
})

it('a break looks at the clock when it has the attempt, not before', async () => {
  const examId = await sat(1)
  const [attempt] = await query<{ id: string }>('SELECT id FROM attempt WHERE exam_id = $1', [examId])
  const begun = whileHeld(
    (run) => run('SELECT FROM attempt WHERE exam_id = $1 FOR UPDATE', [examId]),
    () => takeBreak(people.ines, attempt?.id ?? '', { on: true }),
    (run) => expire(run, examId),
  )
  await expect(begun).rejects.toMatchObject({ code: 'over' })
})

it('announcements are numbered in the order in which they can be seen', async () => {
  const examId = await sat(1)
  const first = (run: Query) =>
    run(
      `WITH held AS (SELECT id FROM exam WHERE id = $1 FOR NO KEY UPDATE)
      INSERT INTO announcement (exam_id, text, author_id) SELECT id, 'first', $2 FROM held`,
      [examId, people.ines.personId],
    )
  await whileHeld(
    first,
    () => announce(people.ines, examId, { text: 'second' }),
    async () => {},
  )
  const said = await query('SELECT text FROM announcement WHERE exam_id = $1 ORDER BY id', [examId])
  expect(said).toEqual([{ text: 'first' }, { text: 'second' }])
})
