import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { auditQuestion } from '../audit/audit-question.ts'
import { type Collisions, countCollisions } from '../audit/collisions.ts'
import type { Pool } from '../audit/make-pool.ts'
import { printReport } from '../audit/print-report.ts'
import { isSound } from '../audit/report.ts'
import type { Executors } from '../backends/executor.ts'
import { startExecutors } from '../backends/ladder.ts'
import { operations } from '../operations/library.ts'
import type { FileProblem, QuestionDefinition } from '../question/definition.ts'
import { parseExam } from '../question/parse-exam.ts'
import { parseQuestion } from '../question/parse-question.ts'

export interface CheckOptions {
  /** the folder that holds `bank` and `exams` */
  folder: string
  /** questions and exams to check; all if empty */
  slugs: readonly string[]
  /** variants drawn of each question */
  count: number
  executors: Executors
  /** `text` for people, `json` for programs, `collisions` for the table of what the audit keeps away */
  output?: 'text' | 'json' | 'collisions'
  print(line: string): void
}

/** Draws without an audit that are looked at for the table. */
const unaudited = 200

/**
 * Reads every question and exam of a folder and audits a small pool of each question. Prints problems as
 * `file:line:column message` and the reports; whether everything was sound is the result.
 */
export async function checkQuestions(given: CheckOptions): Promise<boolean> {
  const { folder, slugs, output = 'text' } = given
  const reports: unknown[] = []
  // what is printed as JSON is one document, problems of files included
  const print = output === 'json' ? (line: string) => reports.push({ problem: line }) : given.print
  const options = { ...given, print, report: (report: unknown) => reports.push(report) }
  const chosen = (file: string) => slugs.length === 0 || slugs.includes(slugOf(file))
  const questions = filesIn(join(folder, 'bank'), '.md')
  const exams = filesIn(join(folder, 'exams'), '.yaml')
  const known = [...questions, ...exams].map(slugOf)
  const strangers = slugs.filter((slug) => !known.includes(slug))
  for (const slug of strangers) print(`There is no question or exam “${slug}” in ${shown(folder)}.`)
  let sound = strangers.length === 0
  for (const file of questions.filter(chosen)) sound = (await checkQuestion(options, file)) && sound
  for (const file of output === 'text' ? exams.filter(chosen) : []) {
    sound = checkExam(options, file, questions.map(slugOf)) && sound
  }
  if (output === 'json') given.print(JSON.stringify(reports, null, 2))
  return sound
}

type Checking = CheckOptions & { report(report: unknown): void }

async function checkQuestion(options: Checking, file: string): Promise<boolean> {
  const { count, executors, print, output } = options
  const parsed = parseQuestion(readFileSync(file, 'utf8'), slugOf(file), operations)
  if (!parsed.ok) return tell(print, file, parsed.problems)
  const pool = await auditQuestion(parsed.question, { count, seedPrefix: 'check', executors, maximumTries: 100 })
  if (output === 'json') options.report(pool.report)
  else if (output === 'collisions') return printCollisions(options, file, parsed.question, pool)
  else print(`${shown(file)}: ${printReport(pool.report)}`)
  tell(print, file, pool.report.formulas)
  return isSound(pool.report)
}

async function printCollisions(options: Checking, file: string, question: QuestionDefinition, pool: Pool) {
  if (question.alternatives.every(({ automatic }) => automatic)) return true
  const found = await countCollisions(question, pool.accepted, options.executors, unaudited)
  options.print(collisionRow(slugOf(file), found))
  return found.after === 0 && isSound(pool.report)
}

/** The share of draws in which some mistake cannot be told, before the audit and after it. */
function collisionRow(slug: string, { draws, before, after }: Collisions): string {
  const share = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8)
  return `${slug.padEnd(28)} ${String(draws).padStart(4)} draws ${share(before)} before ${share(after)} after`
}

function checkExam({ print }: CheckOptions, file: string, questions: readonly string[]): boolean {
  const parsed = parseExam(readFileSync(file, 'utf8'), slugOf(file))
  if (!parsed.ok) return tell(print, file, parsed.problems)
  const missing = parsed.exam.questions.filter(({ question }) => !questions.includes(question))
  if (missing.length === 0)
    print(`${shown(file)}: ${parsed.exam.questions.length} questions, ${parsed.exam.minutes ?? 'unlimited'} minutes`)
  return tell(
    print,
    file,
    missing.map(({ question, line, column }) => ({ line, column, message: `There is no question “${question}”.` })),
  )
}

function tell(print: CheckOptions['print'], file: string, problems: readonly FileProblem[]): boolean {
  for (const { line, column, message } of problems) print(`${shown(file)}:${line}:${column} ${message}`)
  return problems.length === 0
}

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith(extension) && name !== 'README.md')
  return names.toSorted().map((name) => join(folder, name))
}

function slugOf(file: string): string {
  return basename(file).replace(/\.(md|yaml)$/, '')
}

function shown(file: string): string {
  return relative(process.cwd(), file)
}

if (import.meta.main) {
  const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
  const strange = flags.filter((flag) => flag !== '--json' && flag !== '--collisions')
  if (strange.length > 0) {
    console.error(`There is no option ${strange.join(', ')}; there are --json and --collisions.`)
    process.exit(2)
  }
  const sound = await checkQuestions({
    folder: join(import.meta.dirname, '../../questions'),
    slugs: process.argv.slice(2).filter((argument) => !argument.startsWith('--')),
    output: flags.includes('--json') ? 'json' : flags.includes('--collisions') ? 'collisions' : 'text',
    count: 24,
    executors: await startExecutors(process.env),
    print: console.log,
  })
  process.exit(sound ? 0 : 1)
}
