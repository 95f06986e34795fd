import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export interface Script {
  root: string
  /** Arguments of Node: a script of this project or of a package, and what it is given. */
  args: readonly string[]
  env?: Record<string, string | undefined>
  /** Where everything it says is kept. */
  log: string
  signal?: AbortSignal | undefined
}

export class ScriptFailure extends Error {
  override name = 'ScriptFailure'
  readonly output: string
  constructor(args: readonly string[], code: number | null, output: string) {
    super(`${args.join(' ')} ended with ${code ?? 'a signal'}`)
    this.output = output
  }
}

/** Runs one Node script to its end under this very Node; resolves to what it said. Throws a `ScriptFailure`. */
export async function runScript({ root, args, env, log, signal }: Script): Promise<string> {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGTERM',
  })
  let output = ''
  const keep = (chunk: unknown) => {
    output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  fs.writeFileSync(log, output)
  if (code !== 0) throw new ScriptFailure(args, code, output)
  return output
}
