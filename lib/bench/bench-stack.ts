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
}

/** Everything that `npm start` brings up, with a durable database of its own, for the time of `work`. */
export async function withStack<T>(
  root: string,
  work: (address: string, databaseUrl: string, stack: BenchStack) => Promise<T>,
): Promise<T> {
  const undo = new Undo()
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-bench-'))
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
    const postgres = Number(fs.readFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    return await work(address, stack.databaseUrl, { web: stack.web.pid!, postgres, secret })
  } finally {
    await undo.all()
  }
}
