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
  if (name === undefined || rest.length > 0) throw new CommandProblem(howToBegin())
  if (!slugPattern.test(name) || name.length > 80)
    throw new CommandProblem(`A question is named like-this, not “${name}”.`)
  const source = values.from
    ? readFileSync(questionFile(values.from), 'utf8')
    : readTemplate(values.template ?? 'blank').replace(about, '---\n')
  const file = path.join(contentRoot(), 'bank', `${name}.md`)
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    // never over what is there
    writeFileSync(file, source, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new CommandProblem(`${shown(file)} is there already.`)
  }
  print(`${shown(file)} is made. Write in it, and look at it with`)
  print(`  npm run question -- preview ${name} --watch`)
  print(`  npm run question -- check ${name}`)
  return 0
}

/** The line in which a template says what it is for; a question that begins with it needs none. */
const about = /^---\r?\n# (.*)\r?\n/

function readTemplate(name: string): string {
  const names = namesIn('templates')
  if (names.includes(name)) return readFileSync(path.join(contentRoot(), 'templates', `${name}.md`), 'utf8')
  throw new CommandProblem(`There is no template “${name}”.${suggestion(name, names)} There are ${names.join(', ')}.`)
}

function howToBegin(): string {
  const names = namesIn('templates')
  const widest = Math.max(0, ...names.map(({ length }) => length))
  return [
    'Say what the question is called, like-this, and what it begins with:',
    '  npm run question -- new my-question --template steps',
    '  npm run question -- new my-question --from a-question-of-the-bank',
    'The templates are:',
    ...names.map((name) => `  ${name.padEnd(widest)}  ${about.exec(readTemplate(name))?.[1] ?? ''}`.trimEnd()),
  ].join('\n')
}
