import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** How many tests a runner counted. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export function total(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((so, tally) => so + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: {
    name?: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n', 1)[0] ?? ''

/** What failed, a line each, with the first line of why: for the end of a long run. */
export function vitestFailures(file: string): string[] {
  const { testResults } = JSON.parse(fs.readFileSync(file, 'utf8')) as VitestReport
  return testResults.flatMap(({ name = '', status, message, assertionResults }) => {
    const of = path.basename(name)
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && assertionResults.length === 0) return [`${of}: ${firstLine(message)}`]
    return failed.map(({ fullName, failureMessages }) => `${of} › ${fullName}: ${firstLine(failureMessages?.[0])}`)
  })
}

/** Reads vitest's JSON report. A file that could not even be loaded counts as one failed test. */
export function vitestTally(file: string): Tally {
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as VitestReport
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
  }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

interface PlaywrightSuite {
  file: string
  specs?: { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[]
  suites?: PlaywrightSuite[]
}

/** As `vitestFailures`, of the browser's tests. */
export function playwrightFailures(file: string): string[] {
  const { suites = [] } = JSON.parse(fs.readFileSync(file, 'utf8')) as { suites?: PlaywrightSuite[] }
  const failed = (suite: PlaywrightSuite): string[] => [
    ...(suite.specs ?? [])
      .filter(({ ok }) => !ok)
      .map(({ title, tests }) => {
        const why = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message
        return `${suite.file} › ${title}: ${firstLine(why)}`
      }),
    ...(suite.suites ?? []).flatMap(failed),
  ]
  return suites.flatMap(failed)
}

/** Reads Playwright's JSON report. A test that passed only when repeated has failed; so has a run with an error outside tests. */
export function playwrightTally(file: string): Tally {
  const { stats, errors } = JSON.parse(fs.readFileSync(file, 'utf8')) as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}
