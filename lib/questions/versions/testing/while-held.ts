import { vi } from 'vitest'
import { inTransaction, type Query, query } from '../../../db/query.ts'

/**
 * Has something done while a transaction holds a lock that it must wait for: `then` is done in that transaction once it
 * waits. What does not wait is an error.
 */
export async function whileHeld<T>(
  hold: (run: Query) => Promise<unknown>,
  blocked: () => Promise<T>,
  then: (run: Query) => Promise<unknown>,
): Promise<T> {
  let waiting: Promise<T> | undefined
  await inTransaction(async (run) => {
    await hold(run)
    const [holder] = await run<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    waiting = blocked()
    let over = false
    waiting
      .catch(() => {})
      .finally(() => {
        over = true
      })
    const waits = () => query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))', [holder?.pid])
    await vi.waitUntil(async () => over || (await waits()).length > 0, { timeout: 20_000 })
    if (over) throw new Error('It did not wait.')
    await then(run)
  })
  return waiting as Promise<T>
}
