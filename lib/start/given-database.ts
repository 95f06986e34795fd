import pg from 'pg'
import { reason, StartProblem } from './start-problem.ts'

/** Makes sure that the Postgres of DATABASE_URL can be used: reachable, signed in, and free to create tables. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ allowed: boolean }>(
      "select has_database_privilege(current_database(), 'create') as allowed",
    )
    if (!rows[0]?.allowed) throw new Error('this user may not create anything in that database')
  } catch (error) {
    throw new StartProblem(`The database of DATABASE_URL (${shown(url)}) cannot be used: ${reason(error)}`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address without its password. */
function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}
