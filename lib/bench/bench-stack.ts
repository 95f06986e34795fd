import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../start/free-port.ts'
import { startStack, Undo } from '../start/stack.ts'

/** Everything that `npm start` brings up, with a durable database of its own, for the time of `work`. */
export async function withStack<T>(
  root: string,
  work: (address: string, databaseUrl: string) => Promise<T>,
): Promise<T> {
  const undo = new Undo()
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-bench-'))
  fs.chmodSync(dataFolder, 0o755)
  undo.add(() => fs.rmSync(dataFolder, { recursive: true, force: true }))
  const port = await freePort()
  const address = `http://localhost:${port}`
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
        signal: AbortSignal.timeout(1_800_000),
        step: () => () => {},
        report,
        onDeath: report,
      },
      undo,
    )
    return await work(address, stack.databaseUrl)
  } finally {
    await undo.all()
  }
}
