import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from './postgres/start-postgres.ts'
import { runningDatabaseUrl } from './running-database.ts'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-running-'))
const data = path.join(root, '.data')
let server: RunningPostgres

beforeAll(async () => {
  fs.chmodSync(root, 0o755)
  fs.mkdirSync(data)
  fs.writeFileSync(path.join(data, 'secrets.json'), JSON.stringify({ database: 'known', session: 'x' }, null, 2))
  server = await startPostgres({ folder: path.join(data, 'postgres'), password: 'known', durable: false })
}, 60_000)
afterAll(async () => {
  await server.stop()
  fs.rmSync(root, { recursive: true, force: true })
})

describe('the database of a running installation', () => {
  it('is the one of DATABASE_URL where that is set', () => {
    const url = 'postgresql://me@db.example.edu/referee'
    expect(runningDatabaseUrl({ NODE_ENV: 'test', DATABASE_URL: url }, root)).toBe(url)
  })

  it('is found by its data folder', async () => {
    const client = new pg.Client(runningDatabaseUrl({ NODE_ENV: 'test' }, root))
    await client.connect()
    expect((await client.query('SELECT current_database() AS name')).rows).toEqual([{ name: 'referee' }])
    await client.end()
  })

  it('is nowhere where nothing runs', () => {
    expect(() => runningDatabaseUrl({ NODE_ENV: 'test' }, path.join(root, 'elsewhere'))).toThrow('npm start')
    const left = path.join(root, 'left')
    fs.mkdirSync(path.join(left, '.data/postgres'), { recursive: true })
    fs.copyFileSync(path.join(data, 'secrets.json'), path.join(left, '.data/secrets.json'))
    fs.writeFileSync(path.join(left, '.data/postgres/postmaster.pid'), '999999\n\n\n5432\n')
    expect(() => runningDatabaseUrl({ NODE_ENV: 'test' }, left)).toThrow('No database is running')
  })
})
