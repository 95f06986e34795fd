import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { questionAudit, startAudit } from './question-audit.ts'

let people: Scenario
let grader: Server
const asked: string[] = []
const state = { version: 'v2', runningSince: null, broke: null }

let away = false

beforeAll(async () => {
  grader = createServer(async (request, response) => {
    if (away) return void request.socket.destroy()
    asked.push(`${request.url} ${await text(request)}`)
    response.end(JSON.stringify(state))
  })
  await new Promise<void>((resolve) => grader.listen(0, '127.0.0.1', resolve))
  // the environment is read once
  process.env.REFEREE_GRADER_TOKEN = 'a token of the tests'
  process.env.REFEREE_GRADER_PORT = String((grader.address() as AddressInfo).port)
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  grader.close()
  grader.closeAllConnections()
  await closePools()
})

const report = (slug: string, version: string, sound: boolean) =>
  query('INSERT INTO audit_report (slug, version, report) VALUES ($1, $2, $3)', [
    slug,
    version,
    JSON.stringify({ sound }),
  ])

describe('the audit of a question', () => {
  it('is for staff', async () => {
    for (const call of [questionAudit, startAudit]) {
      await expect(call(null, 'a')).rejects.toMatchObject({ status: 401 })
      await expect(call(people.ada, 'a')).rejects.toMatchObject({ status: 403 })
      await expect(call(people.tara, '../a')).rejects.toMatchObject({ status: 422 })
    }
    expect(asked).toEqual([])
  })

  it('is the newest report, and what is under way', async () => {
    expect(await questionAudit(people.tara, 'a')).toEqual({ slug: 'a', state, latest: null })
    await report('a', 'v1', false)
    await report('a', 'v2', true)
    expect((await questionAudit(people.tara, 'a')).latest).toMatchObject({ version: 'v2', sound: true, exam: null })
    await startAudit(people.ines, 'a')
    expect(asked.at(-1)).toBe('/audit {"slug":"a"}')
  })

  it('can be read while the grading process is away', async () => {
    away = true
    expect(await questionAudit(people.tara, 'a')).toMatchObject({ state: null, latest: { version: 'v2' } })
    await expect(startAudit(people.tara, 'a')).rejects.toMatchObject({ status: 503, code: 'grader-away' })
    away = false
  })
})
