import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { template } from './postgres.ts'

/** A migrated, empty database of the test file's own, set as DATABASE_URL of this process. */
export async function freshDatabase(): Promise<string> {
  const url = new URL(inject('postgres'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  // Copies of one template cannot be made at the same time: wait for one another.
  await admin.query('SELECT pg_advisory_lock(1)')
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  await admin.end()
  url.pathname = `/${name}`
  process.env.DATABASE_URL = url.href
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests'
  return url.href
}
