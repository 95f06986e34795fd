import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { generalPool } from '../db/pool.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { grantAccommodation } from '../exams/grant-accommodation.ts'
import { closeOverdue } from './close-overdue.ts'
import { startAttempt } from './start-attempt.ts'
import { closeScenario } from './testing/sit.ts'

/** So long a busy machine may take before the test gives up, in milliseconds. */
const patience = 60_000

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  // Who waits for whom is shown here, not for how long: on a machine that is busy a wait may take longer than students are
  // kept waiting, and must not be given up.
  const { options } = generalPool()
  Object.assign(options, { lock_timeout: 0, statement_timeout: 0, idle_in_transaction_session_timeout: 0 })
  Object.assign(options, { query_timeout: 0, connectionTimeoutMillis: 0 })
  people = await makeScenario()
})
afterAll(closeScenario)

async function sitters(examId: string, count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const person = await makePerson('Sitter')
      await enrol(people.courseId, person, 'student')
      const { attemptId } = await startAttempt(person, examId)
      return { person, attemptId }
    }),
  )
}

describe('more time', () => {
  it('reaches an attempt under way', async () => {
    const examId = await makeExam(people.courseId, { durationSeconds: 60 })
    const [sitter] = await sitters(examId, 1)
    await query(`UPDATE attempt SET started_at = started_at - interval '90 s' WHERE exam_id = $1`, [examId])
    await grantAccommodation(people.ines, examId, { personId: sitter?.person.personId ?? '', extraSeconds: 120 })
    expect(await closeOverdue()).toBe(0)
    await grantAccommodation(people.ines, examId, { personId: sitter?.person.personId ?? '', extraSeconds: 0 })
    expect(await closeOverdue()).toBe(1)
  })

  /** Does something while another transaction holds what `hold` locks, once `blocked` waits for that very transaction. */
  async function whileHeld(
    hold: (run: Query) => Promise<unknown>,
    blocked: () => Promise<unknown>,
    then: () => Promise<void>,
  ) {
    const undo = new Error('undo')
    let waiting: Promise<unknown> | undefined
    const held = inTransaction(async (run) => {
      await hold(run)
      const [holder] = await run<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      waiting = blocked()
      const waits = vi.waitFor(
        async () =>
          expect(
            await query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))', [holder?.pid]),
          ).toHaveLength(1),
        patience,
      )
      const passed = waiting.then(() => Promise.reject(new Error('It did not wait.')))
      await Promise.race([waits, passed])
      await then()
      throw undo
    })
    await expect(held).rejects.toBe(undo)
    return waiting
  }

  async function overdue(count: number) {
    const examId = await makeExam(people.courseId, { durationSeconds: 60 })
    const sitting = await sitters(examId, count)
    // the first is overdue longest, so the finaliser comes to it first
    for (const [k, { attemptId }] of sitting.entries())
      await query('UPDATE attempt SET started_at = started_at - make_interval(secs => $2) WHERE id = $1', [
        attemptId,
        120 - 10 * k,
      ])
    const grant = (k: number) =>
      grantAccommodation(people.ines, examId, { personId: sitting[k]?.person.personId ?? '', extraSeconds: 3600 })
    return { examId, sitting, grant }
  }

  it(
    'that was granted before the finaliser took the attempt is respected, whatever the finaliser had seen',
    async () => {
      const { sitting, grant } = await overdue(2)
      // The finaliser has seen both as overdue and is held up at the first, while the second is given more time.
      const hold = (run: Query) =>
        run(`INSERT INTO submission (attempt_id, closed_by, digest) VALUES ($1, 'staff', '')`, [sitting[0]?.attemptId])
      expect(
        await whileHeld(
          hold,
          () => closeOverdue(),
          () => grant(1),
        ),
      ).toBe(1)
      expect(
        await query('SELECT id FROM attempt WHERE id = $1 AND state = $2', [sitting[1]?.attemptId, 'open']),
      ).toHaveLength(1)
    },
    patience,
  )

  it(
    'that is just being granted keeps the finaliser off',
    async () => {
      const { examId, grant } = await overdue(1)
      const hold = (run: Query) => run('SELECT FROM exam WHERE id = $1 FOR UPDATE', [examId])
      await whileHeld(
        hold,
        () => grant(0),
        async () => expect(await closeOverdue()).toBe(0),
      )
      expect(await closeOverdue()).toBe(0)
    },
    patience,
  )
})
