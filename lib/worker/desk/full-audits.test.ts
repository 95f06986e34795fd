import { beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '../../http/refusal.ts'
import { storeAuditReport } from '../store-audit-report.ts'
import type { Desk } from './desk.ts'
import { FullAudits } from './full-audits.ts'
import { serveDesk } from './serve-desk.ts'

vi.mock('../store-audit-report.ts', () => ({ storeAuditReport: vi.fn() }))
vi.mock('../../db/query.ts', () => ({ inTransaction: (work: (run: null) => unknown) => work(null) }))
vi.mock('../../../grader/audit/report.ts', () => ({ isSound: () => true }))

type Progress = (at: { stage: 'drawing'; done: number; of: number }) => void
interface Begun {
  progress: Progress
  resolve: (report: { accepted: number }) => void
  reject: (error: Error) => void
}

let begun: Begun[]
let interrupted: string[]
let audits: FullAudits
const desk = {
  audit: (_text: object, _person: string, progress: Progress) =>
    new Promise((resolve, reject) => begun.push({ progress, resolve, reject })),
  interrupt: ({ source }: { source: string }) => interrupted.push(source),
} as unknown as Desk
const stored = vi.mocked(storeAuditReport)

beforeEach(() => {
  begun = []
  interrupted = []
  stored.mockReset()
  audits = new FullAudits(desk)
})
const start = (source = 'text', slug: string | null = 'gru') => audits.start('ada', source, slug)
const ended = (auditId: string) => audits.settled(auditId)

it('one of a text under a name runs at a time; whoever asks meanwhile joins, whoever asks later begins anew', async () => {
  const first = start()
  expect(start()).toBe(first)
  expect(new Set([first, start('another'), start('text', 'conv'), start('text', null)]).size).toBe(4)
  begun[0]?.progress({ stage: 'drawing', done: 3, of: 24 })
  expect(audits.state(first.auditId)).toMatchObject({ state: 'running', done: 3 })
  begun[0]?.resolve({ accepted: 24 })
  await ended(first.auditId)
  expect(first).toMatchObject({ state: 'done', stage: 'ended', done: 24, sound: true, kept: true })
  expect(audits.stop(first.auditId).state).toBe('done')
  expect([interrupted, start() === first]).toEqual([[], false])
})

it('what is found is kept with a question, and with none where none was named', async () => {
  const [named, unnamed] = [start(), start('text', null)]
  for (const { resolve } of begun) resolve({ accepted: 1 })
  await Promise.all([named, unnamed].map(({ auditId }) => ended(auditId)))
  expect([named.kept, unnamed.kept, stored.mock.calls.length]).toEqual([true, false, 1])
})

it('one that was stopped stays so, whatever comes of it', async () => {
  const all = [start('a'), start('b')]
  for (const { auditId } of all) audits.stop(auditId)
  expect(interrupted).toEqual(['a', 'b'])
  begun[0]?.progress({ stage: 'drawing', done: 3, of: 24 })
  begun[0]?.resolve({ accepted: 24 })
  begun[1]?.reject(new Refusal(422, 'stopped', 'It was stopped.'))
  await Promise.all(all.map(({ auditId }) => ended(auditId)))
  for (const audit of all) expect(audit).toMatchObject({ state: 'stopped', done: 0, report: null, problem: null })
  expect(stored).not.toHaveBeenCalled()
})

it('says why it failed, and writes down what is our fault', async () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => {})
  const [refused, broken] = [start('a'), start('b')]
  begun[0]?.reject(new Refusal(422, 'invalid', 'It has problems.'))
  await ended(refused.auditId)
  expect([refused.state, refused.problem, written.mock.calls.length]).toEqual(['failed', 'It has problems.', 0])
  begun[1]?.reject(new Error('an accident'))
  await ended(broken.auditId)
  expect([broken.problem, written.mock.calls.length]).toEqual(['The audit broke off: this is our fault.', 1])
})

it('two hundred are known, those that run among them', async () => {
  const running = start('runs')
  const first = start('ends')
  begun[1]?.resolve({ accepted: 1 })
  await ended(first.auditId)
  for (let k = 0; k < 199; k += 1) start(`text ${k}`)
  expect(() => audits.state(first.auditId)).toThrow(expect.objectContaining({ status: 404 }))
  expect(audits.state(running.auditId)).toBe(running)
})

it('is asked for somebody, in the form that was agreed on', async () => {
  const personId = crypto.randomUUID()
  const asked = (work: string, given: unknown, by = personId) => serveDesk(work, { personId: by, given }, desk, audits)
  expect(await asked('toString', {})).toBeUndefined()
  expect(await asked('audits', { source: 'text' })).toMatchObject({ slug: null, state: 'waiting' })
  for (const [work, given, by] of [
    ['audits', { source: 'text' }, 'nobody'],
    ['audits', { source: 'text', person: 'ben' }],
    ['audits-state', { auditId: 'x' }],
    ['audits-stop', { auditId: 'x' }],
  ] as const)
    await expect(asked(work, given, by)).rejects.toMatchObject({ status: 422 })
})
