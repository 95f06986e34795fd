import fs from 'node:fs'
import path from 'node:path'
import { commandOf } from './postgres/leftover.ts'
import { readSettings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

/**
 * The database of this installation, for commands beside a running server: DATABASE_URL, or else the embedded Postgres
 * that `npm start` has started. Throws StartProblem where there is neither.
 */
export function runningDatabaseUrl(env: NodeJS.ProcessEnv, root: string): string {
  const { dataFolder, databaseUrl } = readSettings(env, root)
  if (databaseUrl) return databaseUrl
  const folder = path.join(dataFolder, 'postgres')
  const [pid, , , port] = readLines(path.join(folder, 'postmaster.pid'))
  const { database } = JSON.parse(readLines(path.join(dataFolder, 'secrets.json')).join('\n') || '{}')
  if (!database || !port || !commandOf(Number(pid)).includes(folder)) {
    throw new StartProblem('No database is running: start Referee (npm start), or set DATABASE_URL.')
  }
  return `postgresql://postgres:${database}@127.0.0.1:${port}/referee`
}

function readLines(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
}
