import type { Check } from './check.ts'
import { playwrightFailures, playwrightTally, vitestFailures, vitestTally } from './tally.ts'

const CRUISE = ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type', 'err']
const HOUSE = ['app', 'components', 'grader', 'lib', 'prisma', 'proxy.ts', '--config', '.dependency-cruiser.mjs']
const NEXT = 'node_modules/next/dist/bin/next'
const UNIT = '.data/reports/unit.json'
const BROWSER = '.data/reports/browser.json'
/** Browser tests wait much of their time: so many products share the machine. */
const STACKS = 2

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

export const browserTests: Check = {
  name: 'Browser',
  commands: [['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', `--workers=${STACKS}`]],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER },
  runner: { report: BROWSER, tally: playwrightTally, failures: playwrightFailures },
}
