import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startExecutors } from '../../../grader/backends/ladder.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { startPostgres } from '../../start/postgres/start-postgres.ts'
import { runScript } from '../../start/run-script.ts'
import { publishExam } from '../../worker/publish-exam.ts'
import { printFigures } from '../table.ts'
import { makeClass } from './class.ts'
import { measureRegrade, type RegradeFigures } from './measure.ts'

const small = 1_000
const large = 10_000

const count = (value: number) => Math.round(value).toLocaleString('en')
const seconds = (value: number) => `${value.toFixed(1)} s`
const rate = ({ answers, total }: RegradeFigures) => answers / total

function print(submissions: number, backend: string, figures: RegradeFigures): void {
  const { answers, questions, repeated, loading, grading, storing, processor, preparing, batches, reporting, total } =
    figures
  const working = loading + grading + storing
  const share = (part: number) => `${Math.round((100 * part) / working)} %`
  printFigures(`Regrade of ${count(submissions)} submissions, database to database, ${backend}, two processes`, [
    { what: 'answers graded', value: count(answers) },
    { what: 'answers/s, all of it', value: count(answers / total), aim: '≥ 10,000' },
    { what: 'answers/s, batches alone', value: count(answers / batches) },
    { what: 'answers per processor second of the two', value: count((1000 * answers) / processor) },
    { what: 'time: keys of the new versions', value: seconds(preparing) },
    { what: 'time: all batches', value: seconds(batches) },
    { what: 'time: report', value: seconds(reporting) },
    { what: 'of the batches: loading', value: share(loading) },
    { what: 'of the batches: grading', value: share(grading) },
    { what: 'of the batches: storing', value: share(storing) },
    { what: 'same answers, graded once', value: `${Math.round((100 * repeated) / questions)} %` },
  ])
}

async function onDatabase(): Promise<void> {
  const [exam] = await query<{ id: string }>(`SELECT id FROM exam WHERE state = 'publishing' ORDER BY title LIMIT 1`)
  const examId = exam?.id ?? ''
  const executors = await startExecutors({ REFEREE_BACKEND: 'wasm' })
  if ((await publishExam(examId, executors)) !== 'published') throw new Error('The exam could not be published.')
  await makeClass(examId, 0, small)
  const first = await measureRegrade(examId, 'wasm')
  print(small, 'wasm', first)
  print(small, 'cpu', await measureRegrade(examId, 'cpu'))
  await makeClass(examId, small, large)
  const last = await measureRegrade(examId, 'wasm')
  print(large, 'wasm', last)
  printFigures('Growth', [
    { what: 'submissions', value: `${large / small} ×` },
    { what: 'time', value: `${(last.total / first.total).toFixed(1)} ×` },
    { what: 'answers/s', value: `${(rate(last) / rate(first)).toFixed(2)} ×` },
  ])
}

/** A synthetic class on a durable database of its own: how many answers a second a regrade grades, and where the time goes. */
export async function regrade(root: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-bench-'))
  fs.chmodSync(folder, 0o755)
  const server = await startPostgres({ folder: path.join(folder, 'postgres'), password: 'bench' })
  try {
    process.env.DATABASE_URL = server.url
    const script = (args: string[]) => runScript({ root, args, log: path.join(folder, 'log') })
    await script(['prisma/migrate.ts', 'deploy'])
    await script(['prisma/demo.ts'])
    await onDatabase()
    await closePools()
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
