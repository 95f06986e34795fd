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
import { gradeAsStored } from '../db/testing/graded.ts'
import { enrol, makeExam, makePerson, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { releaseExam } from '../release/release-exam.ts'
import { directly } from './direct.ts'
import { loadRoutes } from './route-files.ts'
import { asFramework } from './testing/as-framework.ts'
import { ask } from './testing/ask.ts'
import { misread, type Shape, valueAt } from './testing/reading.ts'

interface Step {
  send: [method: string, address: string, body?: unknown]
  /** 200 by default */
  status?: number
  /** what that build's page needs of the answer */
  shape?: Shape
  /** and single values: a type, or `=` and the value */
  reads?: Record<string, string>
}

/** What a build's page sent in its time, from the first look to the result; in between others do their part. */
interface Recorded {
  headers: Record<string, string>
  steps: (Step | { staff: 'grades and releases' })[]
}

const folder = path.resolve(import.meta.dirname, 'testing/clients')
const root = path.resolve(import.meta.dirname, '../..')
const server = http.createServer()
const framework = http.createServer()
let people: Scenario

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  const routes = await loadRoutes(root, '/api/exam/v1')
  const direct = directly(routes, [['x-content-type-options', 'nosniff']])
  server.on('request', (incoming, outgoing) => {
    if (!direct(incoming, outgoing)) outgoing.writeHead(404).end()
  })
  framework.on('request', asFramework(routes))
  for (const one of [server, framework])
    await new Promise<void>((resolve) => one.listen(0, 'localhost', () => resolve()))
})
afterAll(async () => {
  for (const one of [server, framework]) {
    one.closeAllConnections()
    one.close()
  }
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

async function openPage(at: http.Server = server) {
  const person = await makePerson('Tab')
  await enrol(people.courseId, person, 'student')
  const examId = await makeExam(people.courseId)
  const { attemptId } = await startAttempt(person, examId)
  const [row] = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [
    examId,
  ])
  const cookie = await sessionCookie(person.personId, process.env.NEXTAUTH_SECRET ?? '')
  const origin = `http://localhost:${(at.address() as AddressInfo).port}`
  const words = { attempt: attemptId, exam: examId, slug: row?.slug ?? '', origin }
  const fill = (text: string) =>
    Object.entries(words).reduce((filled, [word, value]) => filled.replaceAll(`{${word}}`, value), text)
  const headers = { cookie, origin, 'content-type': 'application/json' }
  return { fill, origin, headers, examId, attemptId }
}

async function gradeAndRelease(examId: string, attemptId: string) {
  const [submission] = await query<{ id: string }>('SELECT id FROM submission WHERE attempt_id = $1', [attemptId])
  await gradeAsStored(submission?.id ?? '')
  await releaseExam(people.ines, examId, { scope: 'computed' })
}

describe.each([
  ['directly', server],
  ['as the framework calls the same files', framework],
])('a page that was opened before a deployment, answered %s', (_how, at) => {
  it.each(fs.readdirSync(folder))('of %s goes on as it was', async (file) => {
    const { fill, origin, headers, examId, attemptId } = await openPage(at)
    const { headers: sent, steps } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Recorded
    for (const [place, step] of steps.entries()) {
      if ('staff' in step) {
        await gradeAndRelease(examId, attemptId)
        continue
      }
      const { send, status = 200, shape = {}, reads = {} } = step
      const [method, address, body] = send
      const asked: Record<string, string> = { cookie: headers.cookie, ...(body === undefined ? {} : headers) }
      for (const [name, value] of Object.entries(sent)) asked[name] = fill(value)
      const text = body === undefined ? undefined : fill(JSON.stringify(body))
      const reply = await ask(origin + fill(address), method, asked, text)
      expect([place, reply.status], JSON.stringify(reply.json)).toEqual([place, status])
      expect([place, misread(reply.json, shape)]).toEqual([place, []])
      if (at === server) expect(reply.headers['x-content-type-options']).toBe('nosniff')
      for (const [where, expected] of Object.entries(reads)) {
        const value = valueAt(reply.json, where)
        if (expected.startsWith('=')) expect(String(value), `step ${place}, ${where}`).toBe(fill(expected.slice(1)))
        else expect(typeof value, `step ${place}, ${where}`).toBe(expected)
      }
    }
  })
})

describe('what a page sends', () => {
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
