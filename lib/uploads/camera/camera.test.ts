import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageKey } from '../../../grader/answers/pages.ts'
import { changeAccess } from '../../access/change-access.ts'
import { attemptState } from '../../attempts/attempt-state.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { closeScenario, openScenario } from '../../attempts/testing/sit.ts'
import { query } from '../../db/query.ts'
import type { Scenario } from '../../db/testing/scenario.ts'
import { type Sitter, sitter } from '../../evidence/testing/sitting.ts'
import { pageRules } from '../page-rules.ts'
import { photograph } from '../testing/photograph.ts'
import { addByCamera } from './add-by-camera.ts'
import { deviceCookie, deviceOf } from './device.ts'
import { endCameraLink, makeCameraLink } from './make-link.ts'
import { openCameraLink } from './open-link.ts'

let people: Scenario
let sat: Sitter
let photo: Buffer

beforeAll(async () => {
  people = await openScenario()
  photo = await photograph()
})
afterAll(closeScenario)
beforeEach(async () => {
  sat = await sitter(people)
})

const make = () => makeCameraLink(sat.person, sat.attemptId, { field: sat.why })
const send = (token: string, device: string | null, page: string = randomUUID()) =>
  addByCamera(token, device, page, async () => photo)
const unread = (token: string, device: string | null) =>
  addByCamera(token, device, randomUUID(), () => Promise.reject(new Error('nothing is read for them')))
const access = (rules: object) =>
  changeAccess(people.ines, sat.examId, {
    code: null,
    networks: [],
    safeBrowser: false,
    configKeys: [],
    browserKeys: [],
    ...rules,
  })

describe('a telephone', () => {
  it('adds pages to the field it was made for, without signing in, and sees nothing that was answered', async () => {
    await sat.save(sat.why, 1, 1, 'a secret answer')
    const { token } = await make()
    const { view, device } = await openCameraLink({ token }, null)
    expect(view).toMatchObject({ exam: 'Test exam', label: 'Why', open: true, pages: 0 })
    expect(JSON.stringify(view)).not.toContain('secret answer')
    const { page } = await send(token, device)
    const { responses } = await attemptState(sat.person, sat.attemptId)
    expect(responses[pageKey(sat.why, page)]).toMatchObject({ value: { kind: 'upload', page } })
    expect((await openCameraLink({ token }, device)).view.pages).toBe(1)
    expect(await query('SELECT FROM upload WHERE id = $1 AND camera_id IS NOT NULL', [page])).toHaveLength(1)
  })

  it('is the first that opened the address; every other is told so and gets nothing', async () => {
    const { token } = await make()
    await expect(unread(token, null)).rejects.toMatchObject({ status: 409, code: 'used' })
    const opened = await Promise.allSettled([openCameraLink({ token }, null), openCameraLink({ token }, null)])
    expect(opened.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const stolen = 'A'.repeat(22)
    for (const other of [null, stolen, 'x', "' OR 1=1"]) {
      await expect(openCameraLink({ token }, other)).rejects.toMatchObject({ status: 409, code: 'used' })
      await expect(unread(token, other)).rejects.toMatchObject({ status: 409, code: 'used' })
    }
  })

  it('is turned away with a wrong address, a late one and one that was ended', async () => {
    for (const wrong of ['', 'x', 'A'.repeat(22), "' OR 1=1 --"])
      await expect(unread(wrong, null)).rejects.toMatchObject({ status: 404 })
    const { token } = await make()
    const { device } = await openCameraLink({ token }, null)
    const newer = await make()
    await expect(unread(token, device)).rejects.toMatchObject({ status: 410 })
    await openCameraLink({ token: newer.token }, device)
    await endCameraLink(sat.person, sat.attemptId, { field: sat.why })
    await expect(unread(newer.token, device)).rejects.toMatchObject({ status: 410 })
    const last = await make()
    await query("UPDATE camera_link SET expires_at = clock_timestamp() - interval '1 second' WHERE attempt_id = $1", [
      sat.attemptId,
    ])
    await expect(openCameraLink({ token: last.token }, null)).rejects.toMatchObject({ status: 410 })
  })

  it('goes on for a while after each page', async () => {
    const { token } = await make()
    const { device } = await openCameraLink({ token }, null)
    await query("UPDATE camera_link SET expires_at = clock_timestamp() + interval '5 seconds' WHERE attempt_id = $1", [
      sat.attemptId,
    ])
    await send(token, device)
    const [link] = await query<{ minutes: number }>(
      `SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 / 60 AS minutes FROM camera_link WHERE attempt_id = $1`,
      [sat.attemptId],
    )
    expect(link?.minutes).toBeGreaterThan(14)
  })

  it('comes too late once the exam was handed in: kept, and told so', async () => {
    const { token } = await make()
    const { device } = await openCameraLink({ token }, null)
    await submitAttempt(sat.person, sat.attemptId, { epoch: 1, revisions: {} })
    expect((await openCameraLink({ token }, device)).view.open).toBe(false)
    expect(await send(token, device)).toMatchObject({ outcome: 'late' })
    await expect(make()).rejects.toMatchObject({ status: 409, code: 'closed' })
  })
})

describe('an address', () => {
  it('is made by the student, for a field that takes pages', async () => {
    for (const field of [sat.y, 'nothing.why', ''])
      await expect(makeCameraLink(sat.person, sat.attemptId, { field })).rejects.toMatchObject({ status: 422 })
    for (const [who, status] of [
      [null, 401],
      [people.ada, 404],
      [people.tara, 404],
    ] as const) {
      await expect(makeCameraLink(who, sat.attemptId, { field: sat.why })).rejects.toMatchObject({ status })
      await expect(endCameraLink(who, sat.attemptId, { field: sat.why })).rejects.toMatchObject({ status })
    }
  })

  it('is not kept as it is, nor is the device', async () => {
    const { token } = await make()
    const { device } = await openCameraLink({ token }, null)
    const stored = JSON.stringify(await query('SELECT * FROM camera_link WHERE attempt_id = $1', [sat.attemptId]))
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(device)
  })
})

describe('the exam’s rules', () => {
  const allowed = async () => (await pageRules(sat.person, sat.attemptId)).phone

  it('allow a telephone as usual, and as staff say', async () => {
    expect(await allowed()).toBe(true)
    const { token } = await make()
    const { device } = await openCameraLink({ token }, null)
    await access({ phoneCamera: false })
    expect(await allowed()).toBe(false)
    await expect(make()).rejects.toMatchObject({ status: 403, code: 'no-camera' })
    await expect(unread(token, device)).rejects.toMatchObject({ status: 403, code: 'no-camera' })
  })

  it('allow none where the exam is taken in certain networks or browsers, unless staff say so', async () => {
    sat.person = { ...sat.person, visit: { address: '198.51.100.7', url: 'http://localhost/' } as never }
    await access({ networks: ['198.51.100.0/24'] })
    expect(await allowed()).toBe(false)
    await expect(make()).rejects.toMatchObject({ code: 'no-camera' })
    await access({ networks: ['198.51.100.0/24'], phoneCamera: true })
    expect(await allowed()).toBe(true)
    const { token } = await make()
    // the telephone comes from anywhere
    await expect(openCameraLink({ token }, null)).resolves.toMatchObject({ view: { open: true } })
  })
})

it('the device’s secret stays in a cookie that no script and no other site has', () => {
  const request = new Request('http://localhost/x', { headers: { cookie: 'a=b; camera-device=word' } })
  expect(deviceOf(request)).toBe('word')
  expect(deviceCookie('word', request)).toMatch(
    /^camera-device=word; Path=\/api\/exam\/v1\/camera; .*HttpOnly; SameSite=Strict/,
  )
})
