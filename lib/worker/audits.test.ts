import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Executors } from '../../grader/backends/executor.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { auditedVersions, latestAudit } from '../questions/stored-audits.ts'
import { Audits } from './audits.ts'
import { readQuestion } from './bank.ts'
import { storeAuditReport } from './store-audit-report.ts'

const doubled = `---
title: Twice
parameters:
  a: decimal(1, 9, 1)
reference:
  y: 2 a
answers:
  y: { points: 1 }
mistakes:
  thrice: { steps: { y: 3 a }, says: No }
---
Twice {{a}} is :answer[y]
`

const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-audits-'))
const write = (slug: string, source: string) => writeFileSync(path.join(folder, `bank/${slug}.md`), source)
let executors: Executors

beforeAll(async () => {
  await freshDatabase()
  mkdirSync(path.join(folder, 'bank'))
  process.env.REFEREE_QUESTIONS = folder
  executors = await startExecutors({ REFEREE_BACKEND: 'cpu' })
  write('twice', doubled)
  write('same', doubled.replace('3 a', 'a + a'))
  write('torn', 'nothing')
})
afterAll(async () => {
  await closePools()
  rmSync(folder, { recursive: true })
})

describe('an audit that somebody asks for', () => {
  it('runs by itself, once at a time, and what it found is stored with its verdict', async () => {
    const audits = new Audits(executors)
    const [first, second] = await Promise.all([audits.start('twice'), audits.start('twice')])
    expect(first.runningSince).not.toBeNull()
    expect(second.runningSince).toBe(first.runningSince)
    await audits.settled('twice')
    const { version, runningSince } = await audits.state('twice')
    expect(runningSince).toBeNull()
    expect(await latestAudit('twice')).toMatchObject({ version, sound: true, exam: null, report: { accepted: 24 } })
    expect((await latestAudit('twice'))?.report.printed).toContain('24 of 24 variants')
    expect(await query('SELECT id FROM audit_report WHERE slug = $1', ['twice'])).toHaveLength(1)
  }, 60_000)

  it('says why a question is not sound', async () => {
    const audits = new Audits(executors)
    await audits.start('same')
    await audits.settled('same')
    const latest = await latestAudit('same')
    expect(latest?.sound).toBe(false)
    expect(latest?.report.failures?.join()).toContain('changes nothing')
    expect((await auditedVersions()).get('same')).toMatchObject({ sound: false })
  }, 60_000)

  it('is of one version of the file', async () => {
    write('twice', `${doubled}More.\n`)
    const { version } = await new Audits(executors).state('twice')
    expect(version).not.toBe((await latestAudit('twice'))?.version)
    write('twice', doubled)
  })

  it('does not begin where the file cannot be read, and is nothing where there is none', async () => {
    expect(await new Audits(executors).start('torn')).toEqual({ version: null, runningSince: null, broke: null })
    await expect(new Audits(executors).start('../secret')).rejects.toMatchObject({ status: 404 })
    expect(await latestAudit('torn')).toBeNull()
  })

  it('that breaks off says so, until the next one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let fails = true
    const audits = new Audits(executors, async (definition) => {
      if (fails) throw new Error('out of memory')
      return { ...(await latestAudit('twice'))?.report, slug: definition.slug } as never
    })
    await audits.start('twice')
    await audits.settled('twice')
    expect((await audits.state('twice')).broke).toBe('out of memory')
    expect((await new Audits(executors).state('twice')).broke).toBe('out of memory')
    fails = false
    expect((await audits.start('twice')).broke).toBeNull()
    await audits.settled('twice')
  })
})

describe('an audit whose process ends before it is done', () => {
  const never = () => new Promise<never>(() => {})

  it('is known to the next process as interrupted, in a sentence that says what to do', async () => {
    await new Audits(executors, never).start('twice')
    const restarted = new Audits(executors)
    const { runningSince, broke } = await restarted.state('twice')
    expect(runningSince).toBeNull()
    expect(broke).toMatch(/^the grading process was restarted before it was done.* Start it once more\.$/)
  })

  it('can be asked for again, and the sentence is gone', async () => {
    const restarted = new Audits(executors)
    // it may be done already
    expect((await restarted.start('twice')).broke).toBeNull()
    await restarted.settled('twice')
    expect(await new Audits(executors).state('twice')).toMatchObject({ runningSince: null, broke: null })
  }, 60_000)

  it('is no matter any more once its exam has been published', async () => {
    await new Audits(executors, never).start('twice')
    const latest = await latestAudit('twice')
    await storeAuditReport(query, { ...latest?.report, slug: 'twice', version: latest?.version } as never)
    expect((await new Audits(executors).state('twice')).broke).toBeNull()
  })

  it('is not called interrupted by the process that works on it', async () => {
    const audits = new Audits(executors, never)
    const { runningSince } = await audits.start('same')
    expect(await audits.state('same')).toMatchObject({ runningSince, broke: null })
  })
})

describe('reports from before their verdict was kept', () => {
  it('are judged by what they hold', async () => {
    const old = (slug: string, report: object) =>
      query(`INSERT INTO audit_report (slug, version, report) VALUES ($1, 'v', $2)`, [slug, JSON.stringify(report)])
    await old('old-sound', { count: 3, accepted: 3, formulas: [] })
    await old('old-short', { count: 3, accepted: 2, formulas: [] })
    await old('old-formula', { count: 3, accepted: 3, formulas: [{}] })
    const versions = await auditedVersions()
    const sound = ['old-sound', 'old-short', 'old-formula'].map((slug) => versions.get(slug)?.sound)
    expect(sound).toEqual([true, false, false])
    expect(await readQuestion('old-sound')).toBeNull()
  })
})
