import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signInLocally } from '../lib/auth/accounts.ts'
import { closePools } from '../lib/db/pool.ts'
import { query } from '../lib/db/query.ts'
import { freshDatabase } from '../lib/db/testing/database.ts'

const run = (script: string, args: string[], url: string) =>
  promisify(execFile)(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    cwd: path.dirname(import.meta.dirname),
    env: { ...process.env, DATABASE_URL: url },
  })

let url: string
beforeAll(async () => {
  url = await freshDatabase()
})
afterAll(closePools)

describe('migrations', () => {
  it('make the schema of the Prisma files, once, by Prisma’s own engine', async () => {
    const empty = new URL(inject('postgres'))
    await query('CREATE DATABASE unmigrated')
    empty.pathname = '/unmigrated'
    expect((await run('migrate.ts', ['deploy'], empty.href)).stdout).toContain('Applied: 20261122193912_initial')
    expect((await run('migrate.ts', ['deploy'], empty.href)).stdout).toContain('up to date')
    expect((await run('migrate.ts', ['check'], empty.href)).stdout).toContain('agree')
  }, 60_000)

  it('say in a line what is wrong', async () => {
    await expect(run('migrate.ts', ['deploy'], '')).rejects.toMatchObject({
      code: 1,
      stderr: 'DATABASE_URL is not set.\n',
    })
    await expect(run('migrate.ts', ['undo'], 'postgresql://u:p@127.0.0.1:1/x')).rejects.toMatchObject({ code: 2 })
  }, 60_000)
})

describe('demonstration data', () => {
  it('is made once, and can be signed in with', async () => {
    const count = () =>
      query(`SELECT (SELECT count(*) FROM person)::int AS people, (SELECT count(*) FROM exam)::int AS exams,
        (SELECT count(*) FROM exam_question)::int AS questions, (SELECT count(*) FROM membership)::int AS memberships,
        (SELECT count(*) FROM pgboss.job WHERE name = 'publish')::int AS jobs`)
    await run('demo.ts', [], url)
    const once = await count()
    expect(once).toEqual([{ people: 6, exams: 1, questions: 12, memberships: 5, jobs: 1 }])
    await run('demo.ts', [], url)
    expect(await count()).toEqual(once)
    expect(await signInLocally('ada@example.edu', 'referee-demo')).toMatchObject({ email: 'ada@example.edu' })
  }, 60_000)
})
