import path from 'node:path'
import { buildPages, generateClient } from './build.ts'
import { type Child, startChild } from './child.ts'
import { holdDataFolder } from './data-folder.ts'
import { freePort } from './free-port.ts'
import { checkDatabase } from './given-database.ts'
import { type Health, waitUntilHealthy } from './health.ts'
import { keepAlive } from './keep-alive.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { portProblem } from './preflight.mjs'
import { untilPublished } from './published.ts'
import { runScript } from './run-script.ts'
import { readSecrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

export interface StackOptions extends Settings {
  root: string
  signal: AbortSignal
  /** False only in tests: the embedded Postgres then syncs nothing to disk. */
  durable?: boolean
  env?: Record<string, string>
  /** A step has begun; the function returned is called when it has ended. */
  step(name: string): (note?: string) => void
  report(line: string): void
  /** The web server ended by itself. */
  onDeath(line: string): void
}

export interface Stack {
  health: Health
  databaseUrl: string
  web: Child
  /** Starts the web server anew after it ended. */
  serveWeb(): Child
  grader: Child
  /** A line for each exam that cannot be sat yet. */
  unready: string[]
}

/** Undoes what was started, last first. */
export class Undo {
  readonly #steps: (() => void | Promise<void>)[] = []
  add(step: () => void | Promise<void>) {
    this.#steps.push(step)
  }
  async all() {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await step()
  }
}

/** Brings up database, pages and grader, in this order. Whatever has been started is in `undo`, also when this throws. */
export async function startStack(options: StackOptions, undo: Undo): Promise<Stack> {
  const { root, signal, dataFolder, port, host, address, step } = options
  const problem = await portProblem({ PORT: String(port), HOST: host })
  if (problem) throw new StartProblem(problem)
  const hold = holdDataFolder(dataFolder)
  undo.add(() => hold.release())
  const secrets = readSecrets(dataFolder)
  const logs = path.join(dataFolder, 'log')
  const place = { root, logs, signal }

  await generateClient(place)
  const building = timed(step('Pages built'), buildPages(place), 'unchanged')
  building.catch(() => {}) // awaited below, after the database
  const databaseUrl = await timed(step('Postgres'), openDatabase(options, secrets.database, undo))
  signal.throwIfAborted()
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.session,
    REFEREE_GRADER_PORT: String(await freePort()),
    REFEREE_GRADER_TOKEN: secrets.grader,
    REFEREE_RECEIPT_KEY: process.env.REFEREE_RECEIPT_KEY || secrets.receipts,
    REFEREE_SEALING_KEY: process.env.REFEREE_SEALING_KEY || secrets.sealing,
    ...options.env,
  }
  const migrate = { ...place, args: ['prisma/migrate.ts', 'deploy'], env, log: path.join(logs, 'migrate.log') }
  await timed(step('Migrations'), runScript(migrate))
  const demo = { ...place, args: ['prisma/demo.ts'], env, log: path.join(logs, 'demo.log') }
  await timed(step('Demo people and exam'), runScript(demo))
  await building
  signal.throwIfAborted()

  const log = (name: string) => path.join(logs, `${name}.log`)
  const grader = keepAlive({
    root,
    env,
    name: 'The grader',
    args: ['lib/worker/main.ts'],
    log: log('grader'),
    report: options.report,
  })
  undo.add(() => grader.stop())
  const rememberer = path.join(root, 'lib/access/remember-connections.ts')
  const serve = ['--import', rememberer, 'lib/serve/main.ts']
  const served = { ...env, PORT: String(port), HOST: host }
  const onExit = () => options.onDeath(`The web server ended; its words: ${log('web')}`)
  const serveWeb = () => {
    const child = startChild({ root, env: served, args: serve, log: log('web'), onExit })
    undo.add(() => child.stop())
    return child
  }
  const web = serveWeb()
  const reach = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
  const health = await timed(step('Web and grader'), waitUntilHealthy(reach, signal))
  const unready = await timed(step('Exams published'), untilPublished(databaseUrl, signal))
  for (const line of unready) options.report(line)
  return { health, databaseUrl, web, serveWeb, grader, unready }
}

async function openDatabase(options: StackOptions, password: string, undo: Undo): Promise<string> {
  if (options.databaseUrl) {
    await checkDatabase(options.databaseUrl)
    return options.databaseUrl
  }
  const folder = path.join(options.dataFolder, 'postgres')
  const server = await startPostgres({ folder, password, durable: options.durable ?? true })
  undo.add(() => server.stop())
  return server.url
}

/** Reports the end of a step; a step whose work says `false` had nothing to do. */
async function timed<T>(done: (note?: string) => void, work: Promise<T>, idle = 'nothing to do'): Promise<T> {
  const result = await work
  done(result === false ? idle : undefined)
  return result
}
