import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerError } from '../http/answer.ts'
import { closePools, mostWaiting, savePool } from './pool.ts'
import { inTransaction, query, saveQuery } from './query.ts'
import { freshDatabase } from './testing/database.ts'

beforeAll(async () => {
  await freshDatabase()
  await query('CREATE TABLE note (n int PRIMARY KEY)')
})
afterAll(closePools)

const note = (n: number) => saveQuery('INSERT INTO note (n) VALUES ($1)', [n])

/** Every connection for saves is taken for as long as `work` lasts. */
async function exhausted(work: () => Promise<void>): Promise<void> {
  const pool = savePool()
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  try {
    await work()
  } finally {
    for (const client of taken) client.release()
  }
}

describe('when all connections for saves are busy', () => {
  it('so many wait; who comes then is told at once to come back, and nothing of theirs is done', async () => {
    const waiting: Promise<unknown>[] = []
    const { options } = savePool()
    const usual = options.connectionTimeoutMillis
    // whoever waits is served in the end, however slow this machine is today
    options.connectionTimeoutMillis = 60_000
    await exhausted(async () => {
      for (let n = 0; n < mostWaiting; n += 1) waiting.push(note(n))
      const refused = await note(mostWaiting).catch((error: unknown) => error)
      expect(refused).toMatchObject({ status: 503, code: 'busy' })
      const answer = answerError(refused)
      expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([503, expect.any(Number)])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      await expect(inTransaction(async () => {}, savePool())).rejects.toMatchObject({ code: 'busy' })
    })
    await Promise.all(waiting)
    options.connectionTimeoutMillis = usual
    expect(await query('SELECT count(*)::int AS kept, max(n) AS last FROM note')).toEqual([
      { kept: mostWaiting, last: mostWaiting - 1 },
    ])
  })

  it('others are served: lists and reports have connections of their own', async () => {
    await exhausted(async () => expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]))
  })

  it('nobody waits for ever: every wait has an end that the connection or the server sets', async () => {
    const [set] = await saveQuery<Record<string, string>>(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
         current_setting('idle_in_transaction_session_timeout') AS idle`,
    )
    expect(set).toEqual({ statement: '15s', lock: '8s', idle: '20s' })
    expect(savePool().options.connectionTimeoutMillis).toBe(5_000)
  })
})
