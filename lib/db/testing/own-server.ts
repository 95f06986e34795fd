import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../start/postgres/start-postgres.ts'
import { migrate } from './postgres.ts'

/** An empty, migrated database of a server of its own, set as DATABASE_URL of this process; for commands outside vitest. */
export async function withOwnDatabase(work: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-own-'))
  const server = await startPostgres({ folder, password: 'own', durable: false })
  try {
    await migrate(server.url)
    process.env.DATABASE_URL = server.url
    process.env.NEXTAUTH_SECRET ??= 'a secret of this command'
    await work()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
