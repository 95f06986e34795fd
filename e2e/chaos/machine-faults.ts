import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { BenchStack } from '../../lib/bench/bench-stack.ts'
import { startPostgres } from '../../lib/start/postgres/start-postgres.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export type MachineFault = 'web killed' | 'grader killed' | 'Postgres killed' | 'pool exhausted' | 'disk full'

/** Where everything runs, as far as it can be broken. */
export interface Victim {
  stack: BenchStack
  databaseUrl: string
  /** a small tmpfs that holds all data; null where none can be mounted */
  disk: string | null
}

async function revivePostgres({ databaseUrl, stack }: Victim): Promise<void> {
  const { port, password } = new URL(databaseUrl)
  const server = await startPostgres({ folder: stack.postgresFolder, password, port: Number(port) })
  stack.onEnd(() => server.stop())
}

async function alive(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    await client.end()
    return true
  } catch {
    return false
  }
}

async function fillDisk(victim: Victim & { disk: string }): Promise<void> {
  const ballast = path.join(victim.disk, 'ballast')
  const file = fs.openSync(ballast, 'w')
  const block = Buffer.alloc(1 << 20, 1)
  try {
    for (;;) fs.writeSync(file, block)
  } catch {
    // full
  }
  fs.closeSync(file)
  const client = new pg.Client(victim.databaseUrl)
  client.on('error', () => {})
  // a new segment of the write-ahead log has nowhere to go
  await client
    .connect()
    .then(() => client.query('select pg_switch_wal()'))
    .catch(() => {})
  await pause(2_500)
  fs.rmSync(ballast)
  await client.end().catch(() => {})
  for (let tries = 0; tries < 10; tries += 1) {
    if (await alive(victim.databaseUrl)) return
    await pause(500)
  }
  await revivePostgres(victim)
}

/** Breaks something of the server's side and mends it; false where this machine does not allow it. */
export async function breakMachine(kind: MachineFault, victim: Victim): Promise<boolean> {
  const { stack, databaseUrl, disk } = victim
  if (kind === 'web killed') {
    process.kill(stack.web, 'SIGKILL')
    await pause(500)
    stack.serveAgain()
  } else if (kind === 'grader killed') process.kill(stack.grader(), 'SIGKILL')
  else if (kind === 'Postgres killed') {
    const [pid] = fs.readFileSync(path.join(stack.postgresFolder, 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
    await pause(800)
    await revivePostgres(victim)
  } else if (kind === 'pool exhausted') {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    await client.query('begin; lock table save_event in access exclusive mode')
    // longer than a statement waits for a lock: those that hold all connections are refused, and so is who waits for one
    await pause(9_500)
    await client.end()
  } else {
    if (!disk) return false
    await fillDisk({ ...victim, disk })
  }
  return true
}
