import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from './start-postgres.ts'

let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-pg-'))
  fs.chmodSync(folder, 0o755)
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const data = () => path.join(folder, 'data')

async function ask(url: string, text: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded Postgres', () => {
  it('keeps what was stored when it is stopped and started again', async () => {
    const first = await startPostgres({ folder: data(), password: 'secret', durable: false })
    await ask(first.url, 'create table kept (word text)')
    await ask(first.url, "insert into kept values ('ε')")
    await first.stop()
    const second = await startPostgres({ folder: data(), password: 'secret', durable: false })
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'ε' }])
    await second.stop()
  })

  it('takes over from a server that a killed supervisor left in the same folder', async () => {
    const left = await startPostgres({ folder: data(), password: 'secret', durable: false })
    const next = await startPostgres({ folder: data(), password: 'secret', durable: false })
    await expect(ask(left.url, 'select 1')).rejects.toThrow()
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
  })

  it('asks for the password', async () => {
    const server = await startPostgres({ folder: data(), password: 'secret', durable: false })
    await expect(ask(server.url.replace('secret', 'wrong'), 'select 1')).rejects.toThrow(/password/)
    await server.stop()
  })

  it('says in one line that the account of Postgres cannot reach a folder', async () => {
    if (process.getuid?.() !== 0) return
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-closed-'))
    const start = startPostgres({ folder: path.join(closed, 'data'), password: 'secret' })
    await expect(start).rejects.toThrow(/cannot enter the folders above/)
    fs.rmSync(closed, { recursive: true })
  })
})
