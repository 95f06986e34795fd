import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptPaper } from '../attempts/attempt-paper.ts'
import { attemptState } from '../attempts/attempt-state.ts'
import { saveResponses } from '../attempts/save-responses.ts'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { takeOver } from '../attempts/take-over.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { attemptResult } from '../grading/attempt-result.ts'
import type { Refusal } from '../http/refusal.ts'
import { type AccessBody, accessOfFile } from './access-body.ts'
import { mostTries, triesSeconds } from './access-code.ts'
import { accessOverview } from './access-overview.ts'
import { changeAccess } from './change-access.ts'
import { examEntryRules } from './exam-entry.ts'
import { gateOf } from './rules.ts'
import { keyHash } from './safe-browser/keys.ts'
import { beginLaunch, showKey } from './safe-browser/launch.ts'
import { safeBrowserSettings } from './safe-browser/settings.ts'
import type { Visit } from './visit.ts'

let people: Scenario
let examId: string
let monotonic = 0

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  examId = await makeExam(people.courseId, { release: 'at-once' })
  monotonic += 600_000
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic)
})

const none: AccessBody = { code: null, networks: [], safeBrowser: false, configKeys: [], browserKeys: [] }
const set = (rules: Partial<AccessBody>) => changeAccess(people.ines, examId, { ...none, ...rules })
const url = 'https://exams.example.edu/api/exam/v1/x'
const from = (person: Principal, visit: Partial<Visit> = {}, sessionId?: string): Principal => ({
  ...person,
  sessionId,
  visit: { address: '192.0.2.7', url, configKeyHash: null, requestHash: null, ...visit },
})
const turnedAway = (request: Promise<unknown>) =>
  request.then(
    () => null,
    (error: unknown) => error as Refusal,
  )
const refusal = (code: string) => ({ status: 403, code })
const everyRequest: [string, (person: Principal, id: string) => Promise<unknown>][] = [
  ['state', attemptState],
  ['paper', attemptPaper],
  ['take-over', takeOver],
  [
    'save',
    (person, id) =>
      saveResponses(person, id, { epoch: 1, saves: [{ field: 'x', revision: 1, opId: randomUUID(), value: null }] }),
  ],
  ['submit', (person, id) => submitAttempt(person, id, { epoch: 2, revisions: {} })],
]

describe('an access code', () => {
  beforeEach(() => set({ code: 'Room 7-blue' }))

  it('lets in who types it, in any spelling, and is not asked again', async () => {
    await expect(startAttempt(people.ada, examId)).rejects.toMatchObject(refusal('access-code'))
    await expect(startAttempt(people.ada, examId, { code: 'room 8 blue' })).rejects.toMatchObject(
      refusal('access-code'),
    )
    const first = await startAttempt(people.ada, examId, { code: ' ROOM 7 BLUE' })
    expect(await startAttempt(people.ada, examId)).toEqual(first)
    expect(await examEntryRules(people.ben, examId)).toMatchObject({ code: true, inside: true, proven: false })
  })

  it('cannot be guessed by trying, one after the other or at once, and each person has their own tries', async () => {
    const wrong = () => startAttempt(people.ada, examId, { code: 'wrong' }).catch((error) => error.code)
    const codes = await Promise.all(Array.from({ length: mostTries + 5 }, wrong))
    expect(codes.filter((code) => code === 'access-tries').length).toBeGreaterThanOrEqual(5)
    await expect(startAttempt(people.ada, examId, { code: 'room7blue' })).rejects.toMatchObject(refusal('access-tries'))
    await startAttempt(people.ben, examId, { code: 'room7blue' })

    await query('UPDATE access_try SET since = since - make_interval(secs => $1)', [triesSeconds + 1])
    await startAttempt(people.ada, examId, { code: 'room7blue' })
  })

  it('may be changed, which gives everybody new tries', async () => {
    for (let k = 0; k < mostTries; k++) await startAttempt(people.ada, examId, { code: 'wrong' }).catch(() => {})
    await set({ code: 'green' })
    await expect(startAttempt(people.ada, examId, { code: 'room7blue' })).rejects.toMatchObject(refusal('access-code'))
    await startAttempt(people.ada, examId, { code: 'green' })
  })
})

describe('networks', () => {
  it('are asked of the start and of every request of the exam, and not of the result', async () => {
    const inside = from(people.ada)
    const outside = from(people.ada, { address: '203.0.113.9' })
    await set({ networks: ['192.0.2.0/24', '2001:db8::/32'] })
    await expect(startAttempt(outside, examId)).rejects.toMatchObject(refusal('access-address'))
    const { attemptId } = await startAttempt(inside, examId)
    for (const [name, use] of everyRequest) {
      const why = await turnedAway(use(outside, attemptId))
      expect([name, why?.code, why?.message]).toEqual([name, 'access-address', expect.stringContaining('203.0.113.9')])
    }
    await submitAttempt(from(people.ada, { address: '2001:db8::7' }), attemptId, { epoch: 1, revisions: {} })
    await attemptResult(outside, attemptId)
  })

  it('let nobody in whose address is not known, or whom nobody looked at', async () => {
    await set({ networks: ['0.0.0.0/0', '::/0'] })
    await expect(startAttempt(from(people.ada, { address: null }), examId)).rejects.toMatchObject(
      refusal('access-address'),
    )
    await expect(startAttempt(people.ada, examId)).rejects.toMatchObject(refusal('access-address'))
    await startAttempt(from(people.ada), examId)
  })

  it('that are changed by another process count within five seconds, without a query for every request', async () => {
    await set({ networks: ['192.0.2.0/24'] })
    const { attemptId } = await startAttempt(from(people.ada), examId)
    await query(`UPDATE exam_access SET networks = '{198.51.100.0/24}' WHERE exam_id = $1`, [examId])
    await attemptState(from(people.ada), attemptId)
    monotonic += 5_001
    await expect(attemptState(from(people.ada), attemptId)).rejects.toMatchObject(refusal('access-address'))
  })
})

describe('Safe Exam Browser', () => {
  const pasted = 'a'.repeat(64)
  const browserKey = 'b'.repeat(64)
  const sessions = [randomUUID(), randomUUID()] as const

  it('is known by the header of each request, made for that very address', async () => {
    await set({ safeBrowser: true, configKeys: [pasted], browserKeys: [browserKey] })
    await expect(startAttempt(from(people.ada), examId)).rejects.toMatchObject(refusal('access-safe-browser'))
    const right = from(people.ada, { configKeyHash: keyHash(url, pasted) })
    const { attemptId } = await startAttempt(right, examId)
    for (const [name, use] of everyRequest) {
      const why = await turnedAway(use(from(people.ada), attemptId))
      expect([name, why?.code]).toEqual([name, 'access-safe-browser'])
    }
    await attemptState(from(people.ada, { requestHash: keyHash(url, browserKey) }), attemptId)
    const moved = from(people.ada, { configKeyHash: keyHash(`${url}2`, pasted) })
    await expect(attemptState(moved, attemptId)).rejects.toMatchObject(refusal('access-safe-browser'))
  })

  it('started with our settings sends their key, which nobody has to paste', async () => {
    await set({ safeBrowser: true })
    expect(await safeBrowserSettings(examId, url)).toContain(`/exams/${examId}</string>`)
    const { configKeys } = await gateOf(examId)
    const overview = await accessOverview(people.ines, examId)
    expect(configKeys).toEqual([overview.configKey])
    await startAttempt(from(people.ada, { configKeyHash: keyHash(url, overview.configKey) }), examId)
    await set({})
    await expect(safeBrowserSettings(examId, url)).rejects.toMatchObject({ status: 404 })
  })

  it('without headers shows its key once for an opening of the exam’s page, in that session', async () => {
    await set({ safeBrowser: true, configKeys: [pasted] })
    const ada = from(people.ada, { url: 'http://localhost/api' }, sessions[0])
    const launch = await beginLaunch(ada, examId)
    const origin = new URL(process.env.NEXTAUTH_URL ?? 'http://localhost').origin
    const shown = {
      launch,
      configKey: keyHash(`${origin}/exams/${examId}?launch=${launch}`, pasted),
      browserExamKey: null,
    }

    const stale = { ...shown, configKey: keyHash(`${origin}/exams/${examId}?launch=${randomUUID()}`, pasted) }
    await expect(showKey(ada, examId, stale)).rejects.toMatchObject(refusal('access-safe-browser'))
    const elsewhere = from(people.ada, { url: 'http://localhost/api' }, sessions[1])
    await expect(showKey(elsewhere, examId, shown)).rejects.toMatchObject(refusal('access-safe-browser'))
    await expect(startAttempt(ada, examId)).rejects.toMatchObject(refusal('access-safe-browser'))
    await showKey(ada, examId, shown)
    await expect(showKey(ada, examId, shown)).rejects.toMatchObject(refusal('access-safe-browser'))

    const { attemptId } = await startAttempt(ada, examId)
    await attemptState(ada, attemptId)
    await expect(attemptState(elsewhere, attemptId)).rejects.toMatchObject(refusal('access-safe-browser'))
    const wrongHeader = from(people.ada, { configKeyHash: keyHash(url, browserKey) }, sessions[0])
    await expect(attemptState(wrongHeader, attemptId)).rejects.toMatchObject(refusal('access-safe-browser'))
    await set({ safeBrowser: true, configKeys: ['c'.repeat(64)] })
    await expect(attemptState(ada, attemptId)).rejects.toMatchObject(refusal('access-safe-browser'))
  })

  it('is not let in by a launch that is too old', async () => {
    await set({ safeBrowser: true, configKeys: [pasted] })
    const ada = from(people.ada, { url: 'http://localhost/api' }, sessions[0])
    const launch = await beginLaunch(ada, examId)
    await query(`UPDATE safe_browser_launch SET made_at = made_at - interval '16 minutes' WHERE id = $1`, [launch])
    const origin = new URL(process.env.NEXTAUTH_URL ?? 'http://localhost').origin
    const configKey = keyHash(`${origin}/exams/${examId}?launch=${launch}`, pasted)
    await expect(showKey(ada, examId, { launch, configKey, browserExamKey: null })).rejects.toMatchObject({
      message: expect.stringContaining('Reload'),
    })
  })
})

describe('staff', () => {
  it('see who was turned away and why, noted once a minute', async () => {
    await set({ code: 'green', networks: ['192.0.2.0/24'] })
    const outside = from(people.ada, { address: '203.0.113.9' })
    for (let k = 0; k < 3; k++) await startAttempt(outside, examId).catch(() => {})
    await startAttempt(from(people.ben), examId, { code: 'blue' }).catch(() => {})
    const { refusals, mayChange } = await accessOverview(people.tara, examId)
    expect(refusals.map(({ person, reason, address }) => [person, reason, address])).toEqual([
      ['Ben', 'code', '192.0.2.7'],
      ['Ada', 'address', '203.0.113.9'],
    ])
    expect(mayChange).toBe(false)
  })

  it('who are instructors change the rules, and it is written down without the code', async () => {
    await expect(changeAccess(people.tara, examId, none)).rejects.toMatchObject({ status: 403 })
    await expect(changeAccess(people.outsider, examId, none)).rejects.toMatchObject({ status: 404 })
    await expect(accessOverview(people.ada, examId)).rejects.toMatchObject({ status: 403 })
    await set({ code: 'green-secret', networks: ['192.0.2.7'] })
    await set({ code: 'green-secret', networks: ['192.0.2.7'] })
    const log = await query<{ action: string; details: unknown }>(
      'SELECT action, details FROM staff_action WHERE exam_id = $1',
      [examId],
    )
    expect(log).toEqual([
      {
        action: 'set-access',
        details: { changed: ['code', 'networks'], networks: ['192.0.2.7/32'], safeBrowser: false, hasCode: true },
      },
    ])
  })

  it('may write the rules into the exam’s file', () => {
    const file = { code: 'blue-7', networks: ['192.0.2.7'], safeBrowser: true }
    expect(accessOfFile(file)).toMatchObject({ ...file, networks: ['192.0.2.7/32'], configuration: null })
    expect(() => accessOfFile({ ...file, networks: ['lab'] })).toThrow('Write 192.0.2.0/24')
  })

  it.each<[string, Partial<AccessBody>, string]>([
    ['a network', { networks: ['lab 7'] }, 'Write 192.0.2.0/24'],
    ['a short code', { code: 'ab-' }, 'four letters'],
    ['a key', { configKeys: ['abc'] }, '64 characters'],
    ['a file that is encrypted', { settings: Buffer.from('pkhs....').toString('base64') }, 'encrypted'],
    ['another file', { settings: Buffer.from('%PDF-1.7').toString('base64') }, 'unencrypted'],
    ['a broken file', { settings: Buffer.from('<plist><dict><key>a</dict></plist>').toString('base64') }, 'Line 1'],
  ])('are told what is wrong with %s', async (_what, rules, sentence) => {
    await expect(set(rules)).rejects.toMatchObject({ status: 422, message: expect.stringContaining(sentence) })
  })
})
