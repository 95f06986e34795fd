import path from 'node:path'
import { parseArgs } from 'node:util'
import { CommandProblem } from '../../../grader/commands/question/question-files.ts'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator } from '../../auth/require.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { bothSides, type Standing } from '../../questions/files/both-sides.ts'
import { syncQuestion } from '../../questions/files/sync-question.ts'
import { runningDatabaseUrl } from '../../start/running-database.ts'

const words: Record<Standing['state'], string> = {
  same: 'the same',
  'file-only': 'in the folder only',
  'database-only': 'published, not in the folder',
  'file-newer': 'changed in the folder',
  'database-newer': 'changed in the database',
  both: 'changed on both sides, or not known which',
}

/** Which way what differs goes by itself; null: somebody has to say it. */
const ways: Partial<Record<Standing['state'], 'to-folder' | 'to-database'>> = {
  'database-only': 'to-folder',
  'database-newer': 'to-folder',
  'file-newer': 'to-database',
}

async function whoIs(email: string | undefined): Promise<Principal> {
  const found = await query<Principal>(
    `SELECT id AS "personId", name, email FROM person
     WHERE CASE WHEN $1::text IS NULL THEN administrator ELSE email = $1 END`,
    [email ?? null],
  )
  if (found[0] && found.length === 1) return found[0]
  throw new CommandProblem(
    email ? `There is nobody, or more than one, with the address ${email}.` : 'Say who asks: --as <e-mail>.',
  )
}

/** `npm run question -- sync`: says what differs, and moves what is asked for. 1 where something still differs. */
export async function syncCommand(args: string[], print: (line: string) => void): Promise<number> {
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'to-folder': flag, 'to-database': flag, as: { type: 'string' } },
  })
  process.env.DATABASE_URL = runningDatabaseUrl(process.env, path.resolve(import.meta.dirname, '../../..'))
  try {
    const person = await whoIs(values.as)
    return await syncAll(person, positionals, { folder: values['to-folder'], database: values['to-database'] }, print)
  } finally {
    await closePools()
  }
}

/** One way alone asks for all that differs; without names nothing that changed on both sides is moved. */
export async function syncAll(
  person: Principal,
  names: readonly string[],
  to: { folder: boolean; database: boolean },
  print: (line: string) => void,
): Promise<number> {
  await requireAdministrator(person)
  const questions = await bothSides()
  const strangers = names.filter((name) => !questions.some(({ slug }) => slug === name))
  for (const name of strangers) print(`There is no question “${name}”, neither in the folder nor published.`)
  let differing = strangers.length
  for (const { slug, state } of questions.filter(({ slug }) => names.length === 0 || names.includes(slug))) {
    const named = to.folder === to.database ? undefined : to.folder ? 'to-folder' : 'to-database'
    const way = names.length > 0 ? (named ?? ways[state]) : ways[state]
    const asked = way === 'to-folder' ? to.folder : to.database
    const apart = state !== 'same' && state !== 'file-only'
    if (!apart || !way || !asked) {
      if (apart) differing += 1
      if (apart || names.length > 0) print(`${slug}: ${words[state]}`)
      continue
    }
    try {
      await syncQuestion(person, { slug, way })
      print(
        `${slug}: ${words[state]} → ${way === 'to-folder' ? 'written into the folder' : 'its draft is the file now'}`,
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      differing += 1
      print(`${slug}: ${words[state]}; ${error.message}`)
    }
  }
  print(differing === 0 ? 'Nothing is left to be moved.' : `${differing} left to be looked at.`)
  return differing === 0 ? 0 : 1
}
