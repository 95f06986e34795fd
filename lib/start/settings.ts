import path from 'node:path'
import { DEFAULT_HOST, DEFAULT_PORT } from './preflight.mjs'
import { StartProblem } from './start-problem.ts'

export interface Settings {
  port: number
  host: string
  /** Where the database, the secrets and the logs are kept between runs. */
  dataFolder: string
  /** The address people open; forms and sign-in come back to it. */
  address: string
  /** A Postgres to use instead of the embedded one. */
  databaseUrl: string | null
}

/** The environment of `npm start`, read once: PORT, HOST, DATABASE_URL, NEXTAUTH_URL, REFEREE_DATA. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const port = Number(env.PORT || DEFAULT_PORT)
  const host = env.HOST || DEFAULT_HOST
  return {
    port,
    host,
    dataFolder: path.resolve(root, env.REFEREE_DATA || '.data'),
    address: env.NEXTAUTH_URL || `http://localhost:${port}`,
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
  }
}

function readDatabaseUrl(given: string | undefined): string | null {
  if (!given) return null
  const protocol = URL.canParse(given) ? new URL(given).protocol : ''
  if (protocol === 'postgresql:' || protocol === 'postgres:') return given
  throw new StartProblem('DATABASE_URL is not a Postgres address: write postgresql://user:password@host:5432/database')
}
