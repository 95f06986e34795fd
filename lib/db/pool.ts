import pg from 'pg'
import { environment } from '../environment.ts'
import { processWide } from './process-wide.ts'

/** Nothing waits for ever: an exam hall must see "not saved yet" rather than a page that hangs. Milliseconds. */
const timeouts = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 20_000,
  statement_timeout: 15_000,
  lock_timeout: 8_000,
  idle_in_transaction_session_timeout: 20_000,
  idleTimeoutMillis: 30_000,
}

/**
 * As many may wait for a connection as are served well before they give up (`connectionTimeoutMillis`): of a class of
 * 2,000 that hands in within one second the last ones are asked to come back a moment later.
 */
export const mostWaiting = 600

function open(max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: environment().DATABASE_URL, max, ...timeouts })
  // A connection that dies while it is idle is replaced at its next use; unheard, the event would end the process.
  pool.on('error', (error) => console.error('A database connection was lost:', error.message))
  return pool
}

/** Students' saves have connections of their own, so that no list or report can keep them waiting. */
export const savePool = processWide('save-pool', () => open(8))
export const generalPool = processWide('general-pool', () => open(10))

export async function closePools(): Promise<void> {
  await Promise.all([savePool().end(), generalPool().end()])
}
