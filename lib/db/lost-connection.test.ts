import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { closePools, generalPool } from './pool.ts'
import { inTransaction, query } from './query.ts'
import { freshDatabase } from './testing/database.ts'

beforeAll(async () => {
  await freshDatabase()
})
afterAll(closePools)

it('a connection that dies between two statements fails its transaction, not the process, and is not used again', async () => {
  const unheard = vi.fn()
  process.on('uncaughtException', unheard)
  let gone = 0
  const work = inTransaction(async (run) => {
    const [own] = await run<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    gone = own?.pid ?? 0
    await query('SELECT pg_terminate_backend($1, 5000)', [gone])
    // the socket's end is heard in its own time: the next statement fails whether or not it was
    await run('SELECT 1')
  })
  await expect(work).rejects.toThrow()
  expect(unheard).not.toHaveBeenCalled()
  process.off('uncaughtException', unheard)
  const pids = await Promise.all(
    Array.from({ length: generalPool().options.max }, () => query<{ pid: number }>('SELECT pg_backend_pid() AS pid')),
  )
  expect(pids.flat().map(({ pid }) => pid)).not.toContain(gone)
})
