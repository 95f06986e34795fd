import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

export interface ChildOptions {
  root: string
  /** Arguments of Node. */
  args: readonly string[]
  env: Record<string, string | undefined>
  /** Everything it says is appended here. */
  log: string
  /** Called with each new end that was not asked for. */
  onExit(code: number | null): void
}

export interface Child {
  readonly pid: number | undefined
  /** Asks it to end, and makes it end after `patience` milliseconds. */
  stop(patience?: number): Promise<void>
}

/** A long-running Node process that goes when this one goes. Ctrl-C of the terminal is not meant for it. */
export function startChild({ root, args, env, log, onExit }: ChildOptions): Child {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const output = fs.openSync(log, 'a')
  const hook = path.join(import.meta.dirname, 'die-with-parent.mjs')
  const child = spawn(process.execPath, ['--import', hook, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
  })
  fs.closeSync(output)
  let stopping = false
  child.on('error', () => {})
  child.on('message', () => {})
  child.once('exit', (code) => {
    if (!stopping) onExit(code)
  })
  return {
    pid: child.pid,
    async stop(patience = 4000) {
      stopping = true
      await end(child, patience)
    },
  }
}

async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(timer)
}
