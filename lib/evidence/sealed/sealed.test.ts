import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attemptState } from '../../attempts/attempt-state.ts'
import { closeOverdue } from '../../attempts/close-overdue.ts'
import { takeOver } from '../../attempts/take-over.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { keptContent } from '../../late/late-content.ts'
import { readEvidence } from '../evidence.ts'
import { examine } from '../examine.ts'
import { type Sitter, sitter } from '../testing/sitting.ts'
import { attemptSeal } from './attempt-seal.ts'
import { importSealed } from './import-sealed.ts'

interface Browser {
  sealJournal(seal: object, attemptId: string, saves: readonly object[]): Promise<string>
}
/** What browsers run: read here as they would read it, for lib does not reach into components. */
const browser: Promise<Browser> = import(new URL('../../../components/sitting/seal.ts', import.meta.url).href)

let people: Scenario
let sat: Sitter

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  process.env.REFEREE_SEALING_KEY = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  await freshDatabase()
  people = await makeScenario()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
beforeEach(async () => {
  sat = await sitter(people)
  await sat.save(sat.y, 1, 1, 'sent')
})

const edit = (revision: number, text: string, epoch = 1) => ({
  field: sat.y,
  epoch,
  revision,
  opId: randomUUID(),
  value: { kind: 'number', text },
})
const sealed = async (saves: object[], by: Sitter = sat) =>
  (await browser).sealJournal(await attemptSeal(by.person, by.attemptId), by.attemptId, saves)
const taken = (file: string) => importSealed(people.tara, sat.attemptId, { file })
const answer = async () => (await attemptState(sat.person, sat.attemptId)).responses[sat.y]?.value

describe('a sealed file', () => {
  it('is taken in once, as if the device had sent it, and is written down', async () => {
    const file = await sealed([edit(2, 'ünsent'), edit(3, 'newest 𝔘')])
    expect(file).not.toContain('nsent')
    expect(await taken(file)).toEqual({ saves: 2, fresh: 2, late: false })
    expect(await answer()).toEqual({ kind: 'number', text: 'newest 𝔘' })
    expect(await taken(file)).toEqual({ saves: 2, fresh: 0, late: false })
    expect(
      await query(`SELECT FROM staff_action WHERE attempt_id = $1 AND action = 'import-sealed'`, [sat.attemptId]),
    ).toHaveLength(2)
    const [evidence] = await readEvidence(query, [sat.attemptId])
    expect(evidence && examine(evidence)).toEqual([])
  })

  it('does not win over what is newer, nor over a device that took over', async () => {
    const file = await sealed([edit(2, 'old'), edit(9, 'old device')])
    await takeOver(sat.person, sat.attemptId)
    await sat.save(sat.y, 2, 3, 'new device')
    expect(await taken(file)).toMatchObject({ fresh: 2 })
    expect(await answer()).toMatchObject({ text: 'new device' })
  })

  it('that comes late waits for a decision', async () => {
    const file = await sealed(Array.from({ length: 120 }, (_, k) => edit(k + 2, `typed ${k}`)))
    await sat.pass(100_000)
    await closeOverdue(sat.attemptId)
    expect(await taken(file)).toEqual({ saves: 120, fresh: 120, late: true })
    expect(await keptContent(sat.attemptId)).toMatchObject([
      { counts: { text: 'sent' }, kept: [{ waits: true, late: true, value: { text: 'typed 119' } }] },
    ])
  })

  it('that was changed anywhere is refused, and nothing of it is taken', async () => {
    const file = JSON.parse(await sealed([edit(2, 'x')])) as Record<string, string>
    for (const [member, value] of Object.entries(file)) {
      if (member === 'referee' || member === 'attempt' || member === 'keyId') continue
      const at = value.length >> 1
      const changed = value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1)
      await expect(taken(JSON.stringify({ ...file, [member]: changed }))).rejects.toMatchObject({
        status: 422,
        code: 'damaged',
      })
    }
    await expect(taken(JSON.stringify({ ...file, keyId: 'x' }))).rejects.toMatchObject({ code: 'other-key' })
    await expect(taken('{"hello": 1}')).rejects.toMatchObject({ code: 'not-sealed' })
    await expect(taken('no JSON')).rejects.toMatchObject({ code: 'not-sealed' })
    expect(await answer()).toMatchObject({ text: 'sent' })
  })

  it('of another attempt or another person is refused, however it is dressed', async () => {
    const other = await sitter(people)
    await expect(taken(await sealed([edit(2, 'x')], other))).rejects.toMatchObject({ code: 'other-attempt' })
    const { key, keyId, ticket } = await attemptSeal(other.person, other.attemptId)
    const dressed = await (await browser).sealJournal({ key, keyId, ticket }, sat.attemptId, [edit(2, 'x')])
    await expect(taken(dressed)).rejects.toMatchObject({ code: 'other-person' })
    const relabelled = { ...JSON.parse(await sealed([edit(2, 'x')], other)), attempt: sat.attemptId }
    await expect(taken(JSON.stringify(relabelled))).rejects.toMatchObject({ code: 'damaged' })
    await expect(taken(await sealed([{ ...edit(2, 'x'), field: 'other.y' }]))).rejects.toMatchObject({ status: 422 })
    await expect(taken(await sealed([edit(2, 'x', 7)]))).rejects.toMatchObject({ code: 'epoch' })
  })

  it('is made by the student and taken in by staff of the course', async () => {
    await expect(attemptSeal(people.tara, sat.attemptId)).rejects.toMatchObject({ status: 404 })
    const file = await sealed([])
    for (const [who, status] of [
      [null, 401],
      [sat.person, 403],
      [people.outsider, 404],
    ] as const)
      await expect(importSealed(who, sat.attemptId, { file })).rejects.toMatchObject({ status })
  })
})
