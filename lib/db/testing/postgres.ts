import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the test server's database `postgres` */
    postgres: string
  }
}

/** The database that every test file's own is copied from. */
export const template = 'migrated'

const migrations = path.resolve(import.meta.dirname, '../../../prisma/migrations')

async function migrate(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const names = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)))
    await client.query(readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8'))
  await client.end()
}

/** One real Postgres for a run of the integration tests (vitest's globalSetup). */
export default async function setup(project: TestProject) {
  const cluster = await startCluster()
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${template}`)
  await admin.end()
  await migrate(cluster.url(template))
  project.provide('postgres', cluster.url('postgres'))
  return cluster.stop
}
