import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAttempt } from '../attempts/start-attempt.ts'
import { sessionCookie } from '../auth/testing/session-cookie.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeExam, makePerson, makeScenario } from '../db/testing/scenario.ts'
import { directly } from './direct.ts'
import { loadRoutes } from './route-files.ts'

interface Step {
  send: [method: string, address: string, body?: unknown]
  /** 200 by default */
  status?: number
  /** what that build's page looks at: a type, or `=` and the value */
  reads: Record<string, string>
}

const folder = path.resolve(import.meta.dirname, 'testing/clients')
const root = path.resolve(import.meta.dirname, '../..')
const server = http.createServer()
let courseId: string

beforeAll(async () => {
  await freshDatabase()
  courseId = (await makeScenario()).courseId
  const direct = directly(await loadRoutes(root, '/api/exam/v1'), [['x-content-type-options', 'nosniff']])
  server.on('request', (incoming, outgoing) => {
    if (!direct(incoming, outgoing)) outgoing.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

async function openPage() {
  const person = await makePerson('Tab')
  await enrol(courseId, person, 'student')
  const { attemptId } = await startAttempt(person, await makeExam(courseId))
  const [row] = await query<{ slug: string }>(
    'SELECT q.slug FROM exam_question q JOIN attempt a ON a.exam_id = q.exam_id WHERE a.id = $1 ORDER BY q.position',
    [attemptId],
  )
  const cookie = await sessionCookie(person.personId, process.env.NEXTAUTH_SECRET ?? '')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const fill = (text: string) => text.replaceAll('{attempt}', attemptId).replaceAll('{slug}', row?.slug ?? '')
  const headers = { cookie, origin, 'content-type': 'application/json' }
  return { fill, origin, headers }
}

function read(json: unknown, at: string): unknown {
  return at.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], json)
}

describe('a page that was opened before a deployment', () => {
  it.each(fs.readdirSync(folder))('of %s goes on saving, and hands in', async (file) => {
    const { fill, origin, headers } = await openPage()
    const steps = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Step[]
    for (const [place, { send, status = 200, reads }] of steps.entries()) {
      const [method, address, body] = send
      const sent = body === undefined ? {} : { body: fill(JSON.stringify(body)) }
      const response = await fetch(origin + fill(address), { method, headers, ...sent })
      const json: unknown = await response.json()
      expect([place, response.status], JSON.stringify(json)).toEqual([place, status])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      for (const [at, expected] of Object.entries(reads)) {
        const value = read(json, at)
        if (expected.startsWith('=')) expect(String(value), `step ${place}, ${at}`).toBe(fill(expected.slice(1)))
        else expect(typeof value, `step ${place}, ${at}`).toBe(expected)
      }
    }
  })

  it('is answered by the checks that everybody meets', async () => {
    const { fill, origin, headers } = await openPage()
    const body = '{"epoch":1,"saves":[]}'
    const put = async (changed: Record<string, string>, text = body) => {
      const address = origin + fill('/api/exam/v1/attempts/{attempt}/responses')
      const response = await fetch(address, { method: 'PUT', headers: { ...headers, ...changed }, body: text })
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
    }
    expect(await put({ origin: 'https://evil.example' })).toEqual([403, 'cross-origin'])
    expect(await put({ 'content-type': 'text/plain' })).toEqual([415, 'content-type'])
    expect(
      await put(
        { cookie: '' },
        '{"epoch":1,"saves":[{"field":"x","revision":1,"opId":"6b1f3a52-7c4e-4a53-9a53-0d2f2f6f4a01","value":null}]}',
      ),
    ).toEqual([401, 'sign-in'])
    expect(await put({}, body)).toEqual([422, 'invalid'])
    expect(await put({}, ' '.repeat(9_000_000))).toEqual([413, 'too-large'])
  })
})
