import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario } from '../attempts/testing/sit.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { type Sitter, sitter } from '../evidence/testing/sitting.ts'
import { answerImage } from '../http/answer-image.ts'
import { addPage } from './add-page.ts'
import { ownPageImage, staffPageImage } from './page-image.ts'
import { photograph } from './testing/photograph.ts'

let people: Scenario
let sat: Sitter
let page: string

beforeAll(async () => {
  people = await openScenario()
  sat = await sitter(people)
  page = (await addPage(sat.person, sat.attemptId, { page: randomUUID(), field: sat.why }, () => photograph())).page
})
afterAll(closeScenario)

const image = (size: 'large' | 'small' = 'large', sheet = 0) => ({ page, sheet, size })

describe('a picture', () => {
  it('is for the student whose it is', async () => {
    const { bytes } = await ownPageImage(sat.person, sat.attemptId, image())
    expect(bytes.toString('hex', 0, 3)).toBe('ffd8ff')
    expect((await ownPageImage(sat.person, sat.attemptId, image('small'))).bytes.length).toBeLessThan(bytes.length)
    const other = await sitter(people)
    const ask = (who: Parameters<typeof ownPageImage>[0], attemptId: string, asked = image()) =>
      expect(ownPageImage(who, attemptId, asked)).rejects
    await ask(null, sat.attemptId).toMatchObject({ status: 401 })
    await ask(other.person, sat.attemptId).toMatchObject({ status: 404 })
    await ask(other.person, other.attemptId).toMatchObject({ status: 404 })
    await ask(sat.person, sat.attemptId, image('large', 7)).toMatchObject({ status: 404 })
  })

  it('is for the staff of its course, for assistants once it was handed in', async () => {
    await expect(staffPageImage(people.ines, image())).resolves.toMatchObject({})
    await expect(staffPageImage(people.tara, image())).rejects.toMatchObject({ status: 404 })
    await submitAttempt(sat.person, sat.attemptId, { epoch: 1, revisions: {} })
    await expect(staffPageImage(people.tara, image())).resolves.toMatchObject({})
    for (const [who, status] of [
      [null, 401],
      [sat.person, 403],
      [people.ada, 403],
      [people.outsider, 404],
      [people.stranger, 404],
    ] as const)
      await expect(staffPageImage(who, image())).rejects.toMatchObject({ status })
    await expect(staffPageImage(people.tara, { ...image(), page: randomUUID() })).rejects.toMatchObject({ status: 404 })
  })

  it('is sent so that it can do nothing but be looked at, and is asked for again each time', async () => {
    const found = await staffPageImage(people.ines, image())
    const answer = answerImage(new Request('http://localhost/x'), found)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="picture.jpg"',
      'cross-origin-resource-policy': 'same-origin',
    })
    const etag = answer.headers.get('etag') ?? ''
    const again = answerImage(new Request('http://localhost/x', { headers: { 'if-none-match': etag } }), found)
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })
})
