import { CommandProblem } from '../../../grader/commands/question/question-files.ts'

type Print = (line: string) => void
type Command = (args: string[], print: Print) => number | Promise<number>

const usage = `npm run question -- new NAME [--template T | --from QUESTION]   a file to start from
npm run question -- check [NAME or FILE …] [--quick]           what is wrong where, and whether variants are fair
npm run question -- preview NAME or FILE [--seed S] [--watch]  as a student gets it, with what is right and wrong
npm run question -- sync [NAME …] [--to-folder | --to-database] [--as E-MAIL]   the folder beside what is published
  Exits with 0 where all is well, with 1 where something is wrong, with 2 where it was not understood.`

/** What `npm run question` can do; each is loaded when it is asked for. */
const commands: Record<string, () => Promise<Command>> = {
  new: async () => (await import('../../../grader/commands/question/new-question.ts')).newQuestion,
  check: async () => (await import('../../../grader/commands/question/check-files.ts')).checkFiles,
  preview: async () => (await import('./preview-command.ts')).previewFile,
  sync: async () => (await import('../bank/sync-command.ts')).syncCommand,
}

/** `npm run question -- …`; the exit code. */
export async function questionCommand([name = '', ...args]: string[], print: Print): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    print(usage)
    return name === '' || name === '--help' ? 0 : 2
  }
  try {
    return await (await load())(args, print)
  } catch (error) {
    // options that are not known are the library's own errors
    const known = error instanceof CommandProblem || (error instanceof TypeError && 'code' in error)
    if (!known) throw error
    print((error as Error).message)
    return 2
  }
}

if (import.meta.main) process.exit(await questionCommand(process.argv.slice(2), console.log))
