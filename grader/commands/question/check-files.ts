import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditQuestion } from '../../audit/audit-question.ts'
import { printReport } from '../../audit/print-report.ts'
import { isSound } from '../../audit/report.ts'
import type { Executors } from '../../backends/executor.ts'
import { operations } from '../../operations/library.ts'
import { inspectQuestion } from '../../question/outline/inspect-question.ts'
import { parseQuestion } from '../../question/parse-question.ts'
import { authorsExecutors } from './authors-executors.ts'
import { namesIn, questionFile, shown, slugOf } from './question-files.ts'

const guide = '“When a draw is refused again and again” in questions/README.md'

/** `check [NAME or FILE …] [--quick]`: what is wrong, where; then whether the variants are fair. */
export async function checkFiles(args: string[], print: (line: string) => void): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { quick: { type: 'boolean' } } })
  const files = (positionals.length > 0 ? positionals : namesIn('bank')).map(questionFile)
  let executors: Executors | null = null
  let sound = true
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const lines = problemLines(source, file)
    for (const line of lines) print(line)
    const parsed = parseQuestion(source, slugOf(file), operations)
    sound &&= parsed.ok
    if (!parsed.ok) continue
    if (values.quick) {
      print(`${shown(file)}: a question of ${parsed.question.answers.length} fields`)
      continue
    }
    executors ??= await authorsExecutors()
    const options = { count: 24, seedPrefix: 'check', executors, maximumTries: 100 }
    const { report } = await auditQuestion(parsed.question, options)
    const fair = isSound(report)
    print(`${shown(file)}: ${printReport(report)}`)
    print(fair ? '  fair: it can be used in an exam' : `  not fair: ${guide} says what helps`)
    sound &&= fair
  }
  return sound ? 0 : 1
}

/** Every problem with its line and what of it is meant. */
export function problemLines(source: string, file: string): string[] {
  const text = source.split('\n')
  return inspectQuestion(source, slugOf(file), operations).problems.flatMap((problem) => {
    const { line, column, endColumn, message, fix } = problem
    const written = (text[line - 1] ?? '').replaceAll('\t', ' ').replace('\r', '')
    const mark = ' '.repeat(column - 1) + '^'.repeat(Math.max(1, endColumn - column))
    const said = `${shown(file)}:${line}:${column} ${message}`
    return [said, `    ${written}`, `    ${mark}${fix ? ` ${fix.insert}` : ''}`]
  })
}
