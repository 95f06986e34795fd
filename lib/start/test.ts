import path from 'node:path'
import { ensureChromium } from './browser/install-chromium.ts'
import { buildPages, generateClient } from './build.ts'
import { type Check, type Outcome, runCheck } from './checks/check.ts'
import { browserTests, staticChecks, unitTests } from './checks/list.ts'
import { NOTHING, total } from './checks/tally.ts'
import { ScriptFailure } from './run-script.ts'
import { dim, green, red, seconds } from './say.ts'
import { reason } from './start-problem.ts'

const root = path.resolve(import.meta.dirname, '../..')
const place = { root, logs: path.join(root, '.data/log') }
const outcomes: Outcome[] = []

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
process.on('disconnect', () => process.exit(1))

/** Those given together run side by side. */
async function check(...together: readonly Check[]): Promise<void> {
  for (const { name } of together) console.log(`\n${dim('→')} ${name}`)
  outcomes.push(...(await Promise.all(together.map((one) => runCheck(one, root)))))
}

/** A step of the set-up is a check too: what it throws is shown and counts as a failure. */
async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`\n${dim('→')} ${name}`)
  const began = performance.now()
  const ok = await work().then(
    () => true,
    (error: unknown) => {
      console.error(error instanceof ScriptFailure ? error.output : reason(error))
      return false
    },
  )
  const tally = ok ? NOTHING : { ...NOTHING, failed: 1 }
  outcomes.push({ name, ok, milliseconds: performance.now() - began, tally, failures: [] })
}

const browser = ensureChromium(root) // may take a minute: other work goes on
await step('Database client', () => generateClient(place))
for (const one of staticChecks) await check(one)
await step('Chromium', async () => {
  if (!(await browser)) throw new Error('No Chromium found, and none could be installed: set REFEREE_CHROMIUM to one.')
})
await check(unitTests)
await step('Build', () => buildPages(place))
await check(...browserTests)

const { passed, failed, skipped } = total(outcomes.map((outcome) => outcome.tally))
console.log('')
for (const { name, ok, milliseconds, tally } of outcomes) {
  const counts = tally === NOTHING ? '' : `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`
  console.log(`  ${ok ? green('✓') : red('✗')} ${name.padEnd(24)}${seconds(milliseconds).padStart(8)}   ${dim(counts)}`)
}
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`\n  ${red('✗')} ${failure}`)
if (skipped > 0) console.log(`\n  ${skipped} skipped`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
