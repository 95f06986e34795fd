import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { makePool } from '../audit/make-pool.ts'
import { printReport } from '../audit/print-report.ts'
import { isSound } from '../audit/report.ts'
import type { Executors } from '../backends/executor.ts'
import { startExecutors } from '../backends/ladder.ts'
import { operations } from '../operations/library.ts'
import type { FileProblem } from '../question/definition.ts'
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
  print(line: string): void
}

/**
 * Reads every question and exam of a folder and audits a small pool of each question. Prints problems as
 * `file:line:column message`; whether everything was sound is the result.
 */
export async function checkQuestions(options: CheckOptions): Promise<boolean> {
  const { folder, slugs, print } = options
  const chosen = (file: string) => slugs.length === 0 || slugs.includes(slugOf(file))
  const questions = filesIn(join(folder, 'bank'), '.md')
  const exams = filesIn(join(folder, 'exams'), '.yaml')
  const known = [...questions, ...exams].map(slugOf)
  const strangers = slugs.filter((slug) => !known.includes(slug))
  for (const slug of strangers) print(`There is no question or exam “${slug}” in ${shown(folder)}.`)
  let sound = strangers.length === 0
  for (const file of questions.filter(chosen)) sound = (await checkQuestion(options, file)) && sound
  for (const file of exams.filter(chosen)) sound = checkExam(options, file, questions.map(slugOf)) && sound
  return sound
}

async function checkQuestion({ count, executors, print }: CheckOptions, file: string): Promise<boolean> {
  const parsed = parseQuestion(readFileSync(file, 'utf8'), slugOf(file), operations)
  if (!parsed.ok) return tell(print, file, parsed.problems)
  const { report } = await makePool(parsed.question, { count, seedPrefix: 'check', executors, maximumTries: 100 })
  print(`${shown(file)}: ${printReport(report)}`)
  tell(print, file, report.formulas)
  return isSound(report)
}

function checkExam({ print }: CheckOptions, file: string, questions: readonly string[]): boolean {
  const parsed = parseExam(readFileSync(file, 'utf8'), slugOf(file))
  if (!parsed.ok) return tell(print, file, parsed.problems)
  const missing = parsed.exam.questions.filter(({ question }) => !questions.includes(question))
  if (missing.length === 0)
    print(`${shown(file)}: ${parsed.exam.questions.length} questions, ${parsed.exam.minutes} minutes`)
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
  const sound = await checkQuestions({
    folder: join(import.meta.dirname, '../../questions'),
    slugs: process.argv.slice(2),
    count: 24,
    executors: await startExecutors(process.env),
    print: console.log,
  })
  process.exit(sound ? 0 : 1)
}
