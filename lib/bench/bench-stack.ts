import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../start/free-port.ts'
import { startStack, Undo } from '../start/stack.ts'

/** What a measurement may want of the stack: the processes, and the secret that sessions are signed with. */
export interface BenchStack {
  web: number
  postgres: number
  secret: string
  postgresFolder: string
  /** the process that grades just now: it is started again when it ends */
  grader(): number
  /** starts the web server anew after it was killed */
  serveAgain(): void
  /** something that was started beside, to be ended with the rest */
  onEnd(step: () => Promise<void>): void
}

/** Everything that `npm start` brings up, with a durable database of its own, for the time of `work`. */
export async function withStack<T>(
  root: string,
  work: (address: string, databaseUrl: string, stack: BenchStack) => Promise<T>,
  parent = os.tmpdir(),
): Promise<T> {
  const undo = new Undo()
  const dataFolder = fs.mkdtempSync(path.join(parent, 'referee-bench-'))
  fs.chmodSync(dataFolder, 0o755)
  undo.add(() => fs.rmSync(dataFolder, { recursive: true, force: true }))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const secret = randomBytes(32).toString('base64')
  const report = (line: string) => console.error(line)
  try {
    const stack = await startStack(
      {
        root,
        port,
        address,
        dataFolder,
        host: 'localhost',
        databaseUrl: null,
        env: { NEXTAUTH_SECRET: secret },
        signal: AbortSignal.timeout(1_800_000),
        step: () => () => {},
        report,
        onDeath: report,
      },
      undo,
    )
    const postgresFolder = path.join(dataFolder, 'postgres')
    const postgres = Number(fs.readFileSync(path.join(postgresFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
    const bench: BenchStack = {
      web: stack.web.pid!,
      postgres,
      secret,
      postgresFolder,
      grader: () => stack.grader.pid!,
      serveAgain() {
        bench.web = stack.serveWeb().pid!
      },
      onEnd: (step) => undo.add(step),
    }
    return await work(address, stack.databaseUrl, bench)
  } finally {
    await undo.all()
  }
}
