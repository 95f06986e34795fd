import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../start/postgres/start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the test server's database `postgres` */
    postgres: string
  }
}

/** The database that every test file's own is copied from. */
export const template = 'migrated'

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations')

export async function migrate(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const names = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)))
    await client.query(readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8'))
  await client.end()
}

/** One real Postgres for a run of the integration tests (vitest's globalSetup). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-test-'))
  const server = await startPostgres({ folder, password: 'test', database: template, durable: false })
  await migrate(server.url)
  const url = new URL(server.url)
  url.pathname = '/postgres'
  project.provide('postgres', url.href)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
