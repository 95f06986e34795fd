import { createHash } from 'node:crypto'
import type pg from 'pg'
import { busy } from '../http/refusal.ts'
import { generalPool, mostWaiting, savePool } from './pool.ts'

/** Runs one statement. Prepared once a connection; `values` fill $1, $2, … */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

const names = new Map<string, string>()

function statement(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
  }
  return { name, text, values: [...values] }
}

function over(runner: () => Pick<pg.Pool, 'query'>): Query {
  return async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await runner().query(statement(text, values))).rows as Row[]
}

/** A pool whose queue is not too long; otherwise who asks is told at once to come back, before anything was begun. */
function admitting(pool: pg.Pool): pg.Pool {
  if (pool.waitingCount >= mostWaiting) throw busy()
  return pool
}

export const query: Query = over(() => admitting(generalPool()))
/** For students' saves: connections of their own. */
export const saveQuery: Query = over(() => admitting(savePool()))

/** Runs `work` in one READ COMMITTED transaction; what it throws rolls back. */
export async function inTransaction<T>(work: (query: Query) => Promise<T>, pool: pg.Pool = generalPool()): Promise<T> {
  const client = await admitting(pool).connect()
  let broken: Error | undefined
  // A connection that dies between two statements says so by an event; unheard, it would end the process.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    await client.query('BEGIN')
    const result = await work(over(() => client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}
