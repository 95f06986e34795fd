import type { BackendName, Executor } from '../backends/executor.ts'
import { float64Executor } from '../backends/float64.ts'
import { gpuAdapter } from '../backends/gpu.ts'
import { randomBatch } from '../backends/random-batch.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { reason } from '../backends/unavailable.ts'
import { type BenchProgram, benchPrograms } from './programs.ts'

export interface BenchRow {
  program: string
  backend: Executor['name']
  rows: number
  /** rows a second, all rows in the same tensors; a median */
  batched: number
  /** rows a second, one run a row; a median */
  oneByOne: number
}

const repeats = 5
const singles = 15
// a GPU made of software takes seconds for a batch that another backend runs in milliseconds
const softwareRows = 50

/** Rows a second of every executor that can start here, batched against one by one; and which can not start, and why. */
export async function measureExecution(): Promise<{ rows: BenchRow[]; notes: string[] }> {
  const rows: BenchRow[] = []
  const notes: string[] = []
  for (const name of ['float64', 'webgpu', 'wasm', 'cpu'] as const) {
    try {
      const { executor, most } = await start(name, notes)
      for (const program of benchPrograms()) rows.push(await measure(executor, program, Math.min(program.rows, most)))
    } catch (error) {
      notes.push(`${name} is not measured: ${reason(error)}`)
    }
  }
  return { rows, notes }
}

/** The measurement as a table for the terminal. */
export async function benchExecution(): Promise<string> {
  const { rows, notes } = await measureExecution()
  const lines = rows.map(({ program, backend, rows: count, batched, oneByOne }) => [
    program,
    backend,
    String(count),
    perSecond(batched),
    perSecond(oneByOne),
    `${(batched / oneByOne).toFixed(1)}×`,
  ])
  const table = [['program', 'backend', 'rows', 'batched rows/s', 'one by one rows/s', 'ratio'], ...lines]
  const widths = table[0]?.map((_, i) => Math.max(...table.map((line) => line[i]?.length ?? 0))) ?? []
  const print = (line: string[]) =>
    line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return [
    '',
    'Execution of references',
    ...table.map(print).map((line) => `  ${line}`),
    ...notes.map((note) => `  ${note}`),
  ].join('\n')
}

async function start(name: BackendName | 'float64', notes: string[]): Promise<{ executor: Executor; most: number }> {
  if (name === 'float64') return { executor: float64Executor(), most: Infinity }
  if (name !== 'webgpu') return { executor: await tfjsExecutor(name), most: Infinity }
  const adapter = await gpuAdapter()
  if (!adapter) throw new Error('there is no GPU adapter')
  notes.push(`webgpu ran on ${adapter.description}${adapter.software ? ' (software)' : ''}`)
  return { executor: await tfjsExecutor(name), most: adapter.software ? softwareRows : Infinity }
}

async function measure(executor: Executor, { name, plan }: BenchProgram, rows: number): Promise<BenchRow> {
  const [batch, single] = [randomBatch(plan, rows), randomBatch(plan, 1)]
  await executor.run(plan, batch)
  const whole = await medianOf(repeats, () => executor.run(plan, batch))
  const one = await medianOf(singles, () => executor.run(plan, single))
  return { program: name, backend: executor.name, rows, batched: (1000 * rows) / whole, oneByOne: 1000 / one }
}

/** The median of the milliseconds that a run takes; the first one is not counted. */
async function medianOf(times: number, run: () => Promise<unknown>): Promise<number> {
  await run()
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const begin = performance.now()
    await run()
    taken.push(performance.now() - begin)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

function perSecond(rate: number): string {
  return Math.round(rate).toLocaleString('en')
}
