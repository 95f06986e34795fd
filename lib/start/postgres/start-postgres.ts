import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { StartProblem } from '../start-problem.ts'
import { type Account, postgresAccount } from './account.ts'
import { type Binaries, postgresBinaries } from './binaries.ts'
import { initialise } from './initialise.ts'
import { stopLeftover } from './leftover.ts'
import { stopWithParent } from './stop-with-parent.ts'

export interface PostgresOptions {
  /** Where the data lives; created when missing, kept afterwards. */
  folder: string
  password: string
  /** Created when missing. Default `referee`. */
  database?: string
  /** A free one by default. */
  port?: number
  /** False only in tests that do not test durability: nothing is synced to disk. */
  durable?: boolean
}

export interface RunningPostgres {
  url: string
  port: number
  stop(): Promise<void>
}

const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB']

/** A real Postgres out of node_modules on the loopback interface: for development, demonstrations and tests. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { password, database = 'referee', durable = true } = options
  const folder = path.resolve(options.folder)
  const port = options.port ?? (await freePort())
  const account = postgresAccount(folder)
  const binaries = postgresBinaries(account)
  await stopLeftover(folder)
  await initialise({ folder, password, account, binaries })
  const server = await launch(binaries, account, folder, port, durable)
  const url = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`
  await createDatabase(url('postgres'), database)
  return { url: url(database), port, stop: () => stop(server) }
}

async function launch(binaries: Binaries, account: Account | null, folder: string, port: number, durable: boolean) {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100']
  const flags = [...settings, ...(durable ? [] : quick)].flatMap((setting) => ['-c', setting])
  const server = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl-C is for the supervisor, which stops the database last
  })
  await ready(server, folder)
  stopWithParent(server.pid!)
  return server
}

function ready(server: ChildProcess, folder: string): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', () => reject(new StartProblem(`Postgres did not start in ${folder}: ${lastFatal(said)}`)))
    server.stderr!.on('data', (chunk) => {
      if (said.length < 100_000) said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
  })
}

function lastFatal(said: string): string {
  const lines = said.trim().split('\n')
  const line = lines.findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*(FATAL|PANIC|ERROR):\s*/, '') || 'no reason given'
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGINT')
  const timer = setTimeout(() => server.kill('SIGQUIT'), 8000)
  await gone
  clearTimeout(timer)
}
