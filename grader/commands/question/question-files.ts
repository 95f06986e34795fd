import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { suggestion } from '../../question/nearest.ts'

/** Said to who typed a command: no stack, no more than that. */
export class CommandProblem extends Error {}

/** The folder with bank/ and templates/. */
export const contentRoot = () =>
  path.resolve(process.env.REFEREE_QUESTIONS || path.join(import.meta.dirname, '../../../questions'))

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A question by its name in the bank, or any file by its path. */
export function questionFile(named: string): string {
  const direct = path.resolve(named)
  if (named.endsWith('.md') && existsSync(direct)) return direct
  const inBank = path.join(contentRoot(), 'bank', `${named.replace(/\.md$/, '')}.md`)
  if (existsSync(inBank)) return inBank
  const folder = shown(path.join(contentRoot(), 'bank'))
  throw new CommandProblem(`There is no question “${named}” in ${folder}.${suggestion(named, namesIn('bank'))}`)
}

/** The names of the question files of a folder. */
export function namesIn(folder: 'bank' | 'templates'): string[] {
  const at = path.join(contentRoot(), folder)
  const files = existsSync(at) ? readdirSync(at) : []
  return files
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -3))
    .toSorted()
}

export const slugOf = (file: string) => path.basename(file, '.md')

export const shown = (file: string) => path.relative(process.cwd(), file) || file
