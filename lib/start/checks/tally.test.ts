import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCheck } from './check.ts'
import { playwrightFailures, playwrightTally, total, vitestFailures, vitestTally } from './tally.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-tally-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function report(value: unknown): string {
  const file = path.join(folder, 'report.json')
  fs.writeFileSync(file, JSON.stringify(value))
  return file
}

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, testResults: [] }

describe('the count of a run', () => {
  it('is what the runner says', () => {
    expect(vitestTally(report(vitest))).toEqual({ passed: 5, failed: 1, skipped: 2 })
    expect(
      total([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 4, failed: 5, skipped: 6 },
      ]),
    ).toEqual({
      passed: 5,
      failed: 7,
      skipped: 9,
    })
  })

  it('has a failure for a file that could not be loaded', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    expect(vitestTally(report({ ...vitest, testResults: [unloaded] })).failed).toBe(2)
  })

  it('has a failure for a flaky test and for an error outside all tests', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 }
    expect(playwrightTally(report({ stats, errors: ['set-up failed'] }))).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })
})

describe('what failed', () => {
  it('has names and the first line of why', () => {
    const failed = { fullName: 'adding is exact', status: 'failed', failureMessages: ['expected 3\n at line'] }
    const results = [
      { name: '/x/add.test.ts', status: 'failed', assertionResults: [failed, { fullName: 'fine', status: 'passed' }] },
      { name: '/x/torn.test.ts', status: 'failed', message: 'no such file\n…', assertionResults: [] },
    ]
    expect(vitestFailures(report({ ...vitest, testResults: results }))).toEqual([
      'add.test.ts › adding is exact: expected 3',
      'torn.test.ts: no such file',
    ])
    const spec = (ok: boolean) => ({
      title: 'signs in',
      ok,
      tests: [{ results: [{ error: { message: 'Timeout\nx' } }] }],
    })
    const inner = { file: 'in.spec.ts', specs: [spec(true), spec(false)] }
    expect(playwrightFailures(report({ suites: [{ file: 'in.spec.ts', suites: [inner] }] }))).toEqual([
      'in.spec.ts › signs in: Timeout',
    ])
  })
})

describe('a check', () => {
  const script = (code: string) => ['--eval', code]

  it('that ends well counts nothing by itself', async () => {
    const outcome = await runCheck({ name: 'fine', commands: [script('1')] }, folder)
    expect(outcome).toMatchObject({ ok: true, tally: { passed: 0, failed: 0 } })
  })

  it('that ends badly counts as a failure, even when its runner counted none', async () => {
    const runner = { report: 'other.json', tally: vitestTally, failures: vitestFailures }
    const outcome = await runCheck({ name: 'bad', commands: [script('process.exit(3)')], runner }, folder)
    expect(outcome).toMatchObject({ ok: false, tally: { failed: 1 } })
  })

  it('that ends well with failed tests has failed', async () => {
    report(vitest)
    const file = path.join(folder, 'late.json')
    const copy = `require('node:fs').copyFileSync(${JSON.stringify(path.join(folder, 'report.json'))}, ${JSON.stringify(file)})`
    const runner = { report: 'late.json', tally: vitestTally, failures: vitestFailures }
    const outcome = await runCheck({ name: 'odd', commands: [script(copy)], runner }, folder)
    expect(outcome).toMatchObject({ ok: false, tally: { passed: 5, failed: 1 } })
  })
})
