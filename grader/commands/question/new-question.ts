import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { suggestion } from '../../question/nearest.ts'
import { CommandProblem, contentRoot, namesIn, questionFile, shown, slugPattern } from './question-files.ts'

/** `new NAME [--template T | --from QUESTION]`: a question file to start from. */
export function newQuestion(args: string[], print: (line: string) => void): number {
  const text = { type: 'string' } as const
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { template: text, from: text } })
  const [name, ...rest] = positionals
  if (name === undefined || rest.length > 0)
    throw new CommandProblem('Say what the question is called: new my-question.')
  if (!slugPattern.test(name) || name.length > 80)
    throw new CommandProblem(`A question is named like-this, not “${name}”.`)
  const source = readFileSync(
    values.from ? questionFile(values.from) : templateFile(values.template ?? 'blank'),
    'utf8',
  )
  const file = path.join(contentRoot(), 'bank', `${name}.md`)
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    // never over what is there
    writeFileSync(file, source, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new CommandProblem(`${shown(file)} is there already.`)
  }
  print(`${shown(file)} is made. Write in it, and see it with: npm run question -- preview ${name} --watch`)
  return 0
}

function templateFile(name: string): string {
  const names = namesIn('templates')
  if (names.includes(name)) return path.join(contentRoot(), 'templates', `${name}.md`)
  throw new CommandProblem(`There is no template “${name}”.${suggestion(name, names)} There are ${names.join(', ')}.`)
}
