import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reason } from '../backends/unavailable.ts'
import { countFlips, type QuestionFlips } from '../bench/flips/count-flips.ts'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { parseQuestion } from '../question/parse-question.ts'
import { backendNames, startableBackends } from './startable-backends.ts'

const usage = `npm run flips -- [--answers N] [--backends webgpu,wasm,cpu] [question …]
  Grades N random answer sheets of every question of the bank (1000) on each backend that can start here, and once with
  float64 in the place of the backend. Exits with 1 if a verdict or a score hangs on the backend.`

const bank = join(import.meta.dirname, '../../questions/bank')

/** The questions of the bank, or those that are named. Throws where one cannot be read. */
export function bankQuestions(slugs: readonly string[] = []): QuestionDefinition[] {
  const all = readdirSync(bank).flatMap((file) => (/^[a-z0-9-]+\.md$/.test(file) ? [file.slice(0, -3)] : []))
  const stranger = slugs.find((slug) => !all.includes(slug))
  if (stranger) throw new Error(`There is no question ${stranger}.`)
  return all
    .filter((slug) => slugs.length === 0 || slugs.includes(slug))
    .map((slug) => {
      const parsed = parseQuestion(readFileSync(join(bank, `${slug}.md`), 'utf8'), slug, operations)
      if (parsed.ok) return parsed.question
      throw new Error(`${slug}: ${parsed.problems[0]?.message}`)
    })
}

/** One line a question and backend, with what flipped below it. */
export function flipLines({ question, sheets, answers, verdicts, backends }: QuestionFlips): string[] {
  const given = Object.entries(verdicts).map(([verdict, count]) => `${verdict} ${count}`)
  return [
    `${question.padEnd(24)} ${sheets} sheets, ${answers} answers (${given.join(', ')})`,
    ...backends.flatMap(({ backend, flips, others, found }) => [
      `  ${backend.padEnd(8)} ${flips} flips${others > 0 ? `, ${others} other differences` : ''}`,
      ...found.map((line) => `    ${line}`),
    ]),
  ]
}

async function main(args: string[]): Promise<number> {
  const options = { answers: { type: 'string', default: '1000' }, backends: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const sheets = Number(values.answers)
  const asked = values.backends?.split(',') ?? [...backendNames]
  const names = backendNames.filter((name) => asked.includes(name))
  if (!Number.isInteger(sheets) || sheets < 1 || names.length < asked.length) throw new Error(usage)
  const backends = (await startableBackends(console.log, names)).filter(({ name }) => name !== 'float64')
  let [answers, flips, others] = [0, 0, 0]
  for (const question of bankQuestions(positionals)) {
    const started = performance.now()
    const found = await countFlips(question, { sheets, variants: Math.min(20, sheets), backends })
    for (const line of flipLines(found)) console.log(line)
    console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`)
    answers += found.answers * found.backends.length
    for (const backend of found.backends) [flips, others] = [flips + backend.flips, others + backend.others]
  }
  console.log(
    `${answers} verdicts of ${backends.map(({ name }) => name).join(', ')} against float64: ${flips} flips, ${others} other differences`,
  )
  return flips + others === 0 ? 0 : 1
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(reason(error))
    process.exitCode = 2
  }
}
