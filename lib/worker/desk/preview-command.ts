import { readFileSync, watch } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Executors } from '../../../grader/backends/executor.ts'
import { authorsExecutors } from '../../../grader/commands/question/authors-executors.ts'
import { problemLines } from '../../../grader/commands/question/check-files.ts'
import { CommandProblem, questionFile, slugOf } from '../../../grader/commands/question/question-files.ts'
import { operations } from '../../../grader/operations/library.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import { Refusal } from '../../http/refusal.ts'
import { drawLeniently } from './draw-leniently.ts'
import { printedPreview } from './printed-preview.ts'

type Print = (line: string) => void

/** `preview NAME or FILE [--seed S] [--watch]`: the question as a student gets it, with what is right and what is wrong. */
export async function previewFile(args: string[], print: Print): Promise<number> {
  const options = { seed: { type: 'string' }, watch: { type: 'boolean' } } as const
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const [named, ...rest] = positionals
  if (named === undefined || rest.length > 0)
    throw new CommandProblem('Say which question: npm run question -- preview my-question')
  const file = questionFile(named)
  const executors = await authorsExecutors()
  const seed = values.seed ?? 'preview'
  const shown = await show(file, seed, executors, print)
  if (!values.watch) return shown ? 0 : 1
  print('(watching: save the file to see it again, Ctrl+C to end)')
  let soon: NodeJS.Timeout | undefined
  for await (const _ of changes(file)) {
    clearTimeout(soon)
    // an editor writes in several steps
    soon = setTimeout(() => void show(file, seed, executors, print), 60)
  }
  return 0
}

async function show(file: string, seed: string, executors: Executors, print: Print): Promise<boolean> {
  const source = readFileSync(file, 'utf8')
  const parsed = parseQuestion(source, slugOf(file), operations)
  if (!parsed.ok) {
    for (const line of problemLines(source, file)) print(line)
    return false
  }
  try {
    const drawn = await drawLeniently(parsed.question, seed, executors)
    for (const line of await printedPreview(drawn, executors)) print(line)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    print(error.message)
    return false
  }
}

/** Editors put a new file in the place of the old one: the folder is watched. */
async function* changes(file: string): AsyncGenerator<void> {
  let tell = () => {}
  const name = slugOf(file)
  watch(file.slice(0, file.lastIndexOf('/')), (_, changed) => changed === `${name}.md` && tell())
  for (;;) {
    await new Promise<void>((resolve) => {
      tell = resolve
    })
    yield
  }
}
