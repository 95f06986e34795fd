import type { Check } from './check.ts'
import { playwrightFailures, playwrightTally, vitestFailures, vitestTally } from './tally.ts'

const CRUISE = ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type', 'err']
const HOUSE = ['app', 'components', 'grader', 'lib', 'prisma', 'proxy.ts', '--config', '.dependency-cruiser.mjs']
const NEXT = 'node_modules/next/dist/bin/next'
const UNIT = '.data/reports/unit.json'
/** Browser tests wait much of their time: two stacks share the machine. */
const HALVES = [1, 2]

/** Needs nothing but the sources. */
export const staticChecks: readonly Check[] = [
  {
    name: 'Types',
    commands: [
      [NEXT, 'typegen'],
      ['node_modules/typescript/bin/tsc', '--noEmit'],
    ],
  },
  {
    name: 'Format and lint',
    commands: [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  },
  {
    name: 'Import rules',
    commands: [[...CRUISE, ...HOUSE], ['lib/start/checks/reachable.ts']],
  },
  { name: 'Unused code', commands: [['node_modules/knip/bin/knip.js']] },
]

export const unitTests: Check = {
  name: 'Unit and integration',
  commands: [
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
  ],
  runner: { report: UNIT, tally: vitestTally, failures: vitestFailures },
}

/** Each half has a stack of its own: they run at the same time. */
export const browserTests: readonly Check[] = HALVES.map((half) => {
  const report = `.data/reports/browser-${half}.json`
  const share = [`--shard=${half}/${HALVES.length}`, `--output=test-results/${half}`]
  return {
    name: `Browser ${half} of ${HALVES.length}`,
    commands: [['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...share]],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    runner: { report, tally: playwrightTally, failures: playwrightFailures },
  }
})
