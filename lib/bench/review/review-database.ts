import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { startPostgres } from '../../start/postgres/start-postgres.ts'
import { runScript } from '../../start/run-script.ts'
import type { Run } from './made-exam.ts'

export const run: Run = (text, values) => query<{ id: string }>(text, values)

/** A durable, migrated database of a server of its own, for as long as the work takes. */
export async function withReviewDatabase(root: string, work: () => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-bench-'))
  fs.chmodSync(folder, 0o755)
  const server = await startPostgres({ folder: path.join(folder, 'postgres'), password: 'bench' })
  try {
    process.env.DATABASE_URL = server.url
    await runScript({ root, args: ['prisma/migrate.ts', 'deploy'], log: path.join(folder, 'log') })
    await work()
    await closePools()
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** What a database that has lived for a while has behind it. Takes longer than the product's statements may. */
export async function settle(): Promise<void> {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}
