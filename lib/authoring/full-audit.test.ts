import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startExecutors } from '../../grader/backends/ladder.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { enrol, makeCourse, makePerson } from '../db/testing/scenario.ts'
import { latestAudit } from '../questions/stored-audits.ts'
import { freePort } from '../start/free-port.ts'
import { listenOnLoopback } from '../worker/loopback.ts'
import { checkText } from './check-text.ts'
import { fullAudit, startFullAudit, stopFullAudit } from './full-audit.ts'
import { readLanguage } from './language.ts'

const source = readFileSync(path.join(import.meta.dirname, '../../grader/question/testing/conv-size.md'), 'utf8')
let server: Server | undefined
let people: Record<'instructor' | 'elsewhere' | 'student', Principal>

beforeAll(async () => {
  const port = await freePort()
  // before anything reads the settings
  Object.assign(process.env, { REFEREE_GRADER_TOKEN: 'token', REFEREE_GRADER_PORT: String(port) })
  await freshDatabase()
  const [own, other] = [await makeCourse('A'), await makeCourse('B')]
  const names = ['Ines', 'Otto', 'Ada'] as const
  const [instructor, elsewhere, student] = await Promise.all(names.map((name) => makePerson(name)))
  if (!instructor || !elsewhere || !student) throw new Error('nobody was made')
  people = { instructor, elsewhere, student }
  await enrol(own, instructor, 'instructor')
  await enrol(other, elsewhere, 'instructor')
  await enrol(own, student, 'student')
  await query("INSERT INTO question (slug, course_id) VALUES ('mine', $1)", [own])
  server = await listenOnLoopback(port, 'token', await startExecutors({ REFEREE_BACKEND: 'cpu' }))
}, 150_000)
afterAll(async () => {
  server?.close()
  await closePools()
})

const settled = async (auditId: string, of = people.instructor) =>
  vi.waitUntil(
    async () => {
      const audit = await fullAudit(of, { auditId })
      return audit.state === 'waiting' || audit.state === 'running' ? null : audit
    },
    { timeout: 110_000, interval: 50 },
  )

describe('a whole audit of a text', () => {
  it('is kept with the question, for who may edit it', async () => {
    const begun = await startFullAudit(people.instructor, { source, slug: 'mine' })
    expect(begun).toMatchObject({ slug: 'mine', of: 24, report: null, kept: false })
    // who asks for the same meanwhile joins
    expect((await startFullAudit(people.instructor, { source, slug: 'mine' })).auditId).toBe(begun.auditId)
    const done = await settled(begun.auditId)
    expect(done).toMatchObject({ state: 'done', stage: 'ended', done: 24, sound: true, kept: true, problem: null })
    expect(await latestAudit('mine')).toMatchObject({ version: begun.version, sound: true })
    await expect(startFullAudit(people.elsewhere, { source, slug: 'mine' })).rejects.toMatchObject({ status: 404 })
    await expect(fullAudit(people.elsewhere, { auditId: begun.auditId })).rejects.toMatchObject({ status: 404 })
    await expect(fullAudit(people.student, { auditId: begun.auditId })).rejects.toMatchObject({ status: 403 })
  }, 150_000)

  it('is kept nowhere without a question, and says in words why it failed', async () => {
    const before = await query('SELECT id FROM audit_report')
    const { auditId } = await startFullAudit(people.elsewhere, { source: 'torn' })
    expect(await settled(auditId, people.elsewhere)).toMatchObject({
      state: 'failed',
      kept: false,
      problem: 'The question has problems: it cannot be audited before they are mended.',
    })
    expect(await query('SELECT id FROM audit_report')).toEqual(before)
  }, 150_000)

  it('can be stopped', async () => {
    const changed = source.replace('title: ', 'title: Another ')
    const { auditId } = await startFullAudit(people.instructor, { source: changed, slug: 'mine' })
    expect(await stopFullAudit(people.instructor, { auditId })).toMatchObject({ state: 'stopped' })
    expect(await fullAudit(people.instructor, { auditId })).toMatchObject({ state: 'stopped', report: null })
    await expect(fullAudit(people.instructor, { auditId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 })
  }, 150_000)

  it('a picture that nobody has put here is a problem where it is named', async () => {
    const file = 'cat-640x480-3fa9c1d2e4b58a07.png'
    const named = source.replace('answers:', `figures:\n  cat: { kind: image, file: ${file}, alt: A cat. }\nanswers:`)
    const line = named.split('\n').findIndex((text) => text.includes(file)) + 1
    const { problems } = await checkText(people.elsewhere, { source: named })
    expect(problems.filter(({ message }) => message.startsWith('This picture is not here'))).toEqual([
      expect.objectContaining({ line, column: 29, endLine: line, endColumn: 29 + file.length }),
    ])
  }, 150_000)

  it('texts and words are for staff', async () => {
    expect(await checkText(people.elsewhere, { source })).toMatchObject({ ok: true })
    const { operations, keys, kinds } = await readLanguage(people.elsewhere)
    expect([operations.length > 90, keys.length > 60, kinds.length]).toEqual([true, true, 10])
    await expect(checkText(people.student, { source })).rejects.toMatchObject({ status: 403 })
    await expect(checkText(null, { source })).rejects.toMatchObject({ status: 401 })
  }, 150_000)
})
