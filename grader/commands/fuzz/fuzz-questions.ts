import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { assessVariants } from '../../audit/assess.ts'
import type { Executors } from '../../backends/executor.ts'
import { startExecutors } from '../../backends/ladder.ts'
import { operations } from '../../operations/library.ts'
import { DrawProblem, drawVariant } from '../../question/draw-variant.ts'
import { parseQuestion } from '../../question/parse-question.ts'
import { randomFrom } from '../../question/random.ts'
import { completeSomewhere, findFault } from './find-faults.ts'
import { mutateFile } from './mutate-file.ts'

export interface FuzzOptions {
  seed: string
  from: number
  runs: number
  files: readonly string[]
  /** executes one in so many of those that are still questions; none without it */
  executors?: Executors
  executeOneIn?: number
  print(line: string): void
}

export interface FuzzFindings {
  files: number
  /** that are still questions */
  sound: number
  executed: number
  /** the longest that reading one took, milliseconds */
  slowest: number
  faults: { name: string; what: string }[]
}

/** Files that somebody broke: each is read, inspected and completed, and what is still a question is executed. */
export async function fuzzQuestions(options: FuzzOptions): Promise<FuzzFindings> {
  const { seed, from, runs, files, print } = options
  const found: FuzzFindings = { files: 0, sound: 0, executed: 0, slowest: 0, faults: [] }
  for (let k = from; k < from + runs; k++) {
    const name = `${seed}-${k}`
    const source = mutateFile(files[k % files.length] ?? '', files, name)
    const began = performance.now()
    try {
      const { fault, ok } = findFault(source)
      if (fault !== null) found.faults.push({ name, what: fault })
      if (k % 5 === 0) completeSomewhere(source, randomFrom(`${name} completion`))
      const took = performance.now() - began
      if (took > found.slowest) found.slowest = took
      if (ok) {
        found.sound += 1
        if (options.executors && found.sound % (options.executeOneIn ?? 10) === 0) {
          found.executed += 1
          await execute(source, options.executors)
        }
      }
    } catch (error) {
      found.faults.push({ name, what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
    found.files += 1
    if (found.files % 5000 === 0)
      print(`${found.files} files, ${found.sound} still questions, ${found.faults.length} faults`)
  }
  return found
}

async function execute(source: string, executors: Executors): Promise<void> {
  const parsed = parseQuestion(source, 'fuzz', operations)
  if (!parsed.ok) return
  try {
    await assessVariants(parsed.question, [drawVariant(parsed.question, 'fuzz')], executors)
  } catch (error) {
    if (!(error instanceof DrawProblem)) throw error
  }
}

/** The question files that are small enough to be broken often. */
export function filesToBreak(): string[] {
  const folders = ['../../question/testing', '../../../questions/bank']
  return folders
    .map((folder) => path.join(import.meta.dirname, folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => readFileSync(file, 'utf8'))
    .filter((file) => file.length < 4500)
}

if (import.meta.main) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { seed: text, runs: text, from: text } })
  const [seed, runs, from] = [values.seed ?? 'fuzz', Number(values.runs ?? 10_000), Number(values.from ?? 0)]
  const began = performance.now()
  const executors = await startExecutors({ REFEREE_BACKEND: 'wasm' })
  const found = await fuzzQuestions({ seed, from, runs, files: filesToBreak(), executors, print: console.log })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  for (const { name, what } of found.faults.slice(0, 20)) console.log(`${name}: ${what}`)
  console.log(
    `${found.files} mutated files (seed ${seed}, from ${from}) in ${seconds} s: ${found.sound} still questions, ` +
      `${found.executed} of them executed, slowest ${found.slowest.toFixed(0)} ms, ${found.faults.length} faults`,
  )
  process.exit(found.faults.length === 0 ? 0 : 1)
}
