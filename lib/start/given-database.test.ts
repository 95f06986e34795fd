import { describe, expect, it } from 'vitest'
import { freePort } from './free-port.ts'
import { checkDatabase } from './given-database.ts'
import { readSettings } from './settings.ts'

const from = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env }, '/house')

describe('the settings of a start', () => {
  it('need nothing', () => {
    expect(from({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/house/.data',
      address: 'http://localhost:3000',
      databaseUrl: null,
    })
  })

  it('follow the environment', () => {
    const url = 'postgresql://me@db.example.edu/referee'
    expect(from({ PORT: '4000', DATABASE_URL: url, NEXTAUTH_URL: 'https://exams.example.edu' })).toMatchObject({
      port: 4000,
      address: 'https://exams.example.edu',
      databaseUrl: url,
    })
  })

  it.each(['mysql://localhost/referee', 'localhost:5432', 'postgres'])('refuse DATABASE_URL=%s in one line', (url) => {
    expect(() => from({ DATABASE_URL: url })).toThrow(/^DATABASE_URL is not a Postgres address: .+$/)
  })
})

describe('a given database', () => {
  it('that nobody serves is named, without its password, in one line', async () => {
    const port = await freePort()
    const check = checkDatabase(`postgresql://me:secret@127.0.0.1:${port}/referee`)
    await expect(check).rejects.toThrow(
      `The database of DATABASE_URL (127.0.0.1:${port}/referee) cannot be used: connect ECONNREFUSED 127.0.0.1:${port}`,
    )
    await expect(check).rejects.not.toThrow(/secret|\n/)
  })
})
