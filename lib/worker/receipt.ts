import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Executors } from '../../grader/backends/executor.ts'
import { float64Executor } from '../../grader/backends/float64.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { offerSoftwareGpu } from '../../grader/backends/software-gpu.ts'
import { closePools } from '../db/pool.ts'
import type { ReceiptCheck } from '../receipts/receipt-check.ts'
import { runningDatabaseUrl } from '../start/running-database.ts'
import { reason } from '../start/start-problem.ts'
import { runAgain } from './run-again.ts'

const usage = `npm run receipt -- <grading id | attempt id> [--backend wasm|cpu|webgpu|float64|all]
  Runs a grading, or all that count of an attempt, again from what is stored. Prints whether it comes out as its receipt
  says, or every difference. Exits with 1 on a difference, with 2 where it cannot be run.`

const names = ['float64', 'cpu', 'wasm', 'webgpu'] as const
type Name = (typeof names)[number]

/** The two executions with this backend as the second; float64 twice where no backend is wanted. */
async function executorsOn(name: Name): Promise<Executors> {
  if (name === 'webgpu') offerSoftwareGpu()
  if (name !== 'float64') return startExecutors({ REFEREE_BACKEND: name })
  const float64 = float64Executor()
  const versions = { tfjs: '', node: process.versions.node }
  return { float64, tfjs: float64, choice: { backend: 'cpu', adapter: '', ladder: [], versions } }
}

/** A check as lines of text. */
export function receiptLines(check: ReceiptCheck): string[] {
  const { gradingId, slug, version, backend, adapter, grader, outputs, changed, differences } = check
  const on = adapter === '' ? backend : `${backend} (${adapter})`
  const said = check.matches ? `matches ${outputs?.slice(0, 16)}` : 'DIFFERS'
  const versions =
    grader.graded === grader.now ? [] : [`  graded by grader ${grader.graded}, run again by ${grader.now}`]
  return [
    `${gradingId} ${slug} ${version.slice(0, 8)} on ${on}: ${said}`,
    ...(check.matches ? [] : versions),
    ...(outputs === null ? ['  it has no receipt'] : []),
    ...changed.map((part) => `  the ${part} in the store are not what the receipt was made of`),
    ...differences.map(({ at, before, after }) => `  ${at}: stored ${before || 'nothing'}, now ${after || 'nothing'}`),
  ]
}

/** Does what the arguments say; gives the exit code. */
export async function receipt(args: string[], say: (line: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { backend: { type: 'string' } }, allowPositionals: true })
  const [id, ...rest] = positionals
  const asked = values.backend ?? 'all'
  const wanted = names.filter((name) => asked === 'all' || asked === name)
  if (!id || rest.length > 0 || wanted.length === 0) throw new Error(usage)
  let [runs, differing] = [0, 0]
  for (const name of wanted) {
    const executors = await executorsOn(name).catch((error: unknown) => {
      if (asked !== 'all') throw error
      say(`${name}: not run here, ${reason(error)}`)
    })
    for (const check of executors ? await runAgain(id, executors) : []) {
      runs++
      if (!check.matches) differing++
      for (const line of receiptLines(check)) say(line)
    }
  }
  if (runs === 0) throw new Error(`There is no grading of ${id}.`)
  say(`${runs - differing} of ${runs} runs match`)
  return differing === 0 ? 0 : 1
}

if (import.meta.main) {
  try {
    process.env.DATABASE_URL = runningDatabaseUrl(process.env, path.resolve(import.meta.dirname, '../..'))
    process.exitCode = await receipt(process.argv.slice(2), console.log)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  } finally {
    await closePools().catch(() => {})
  }
}
