import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../start/free-port.ts'

/** Seconds from a fresh clone to the first page, and of the second start. Needs git and the npm registry. */
export async function measureStarts(root: string): Promise<{ first: number; second: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-clone-'))
  fs.chmodSync(folder, 0o755)
  const clone = path.join(folder, 'referee')
  try {
    const began = performance.now()
    execFileSync('git', ['clone', '--quiet', root, clone])
    const first = await startAndStop(clone, began)
    const second = await startAndStop(clone, performance.now())
    return { first, second }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function startAndStop(clone: string, began: number): Promise<number> {
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: '',
    NEXTAUTH_URL: '',
    PATH: withoutOwn(process.env.PATH),
  }
  const child = spawn('npm', ['start', '--silent'], { cwd: clone, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  await firstPage(`http://localhost:${port}/`, child)
  const seconds = (performance.now() - began) / 1000
  await healthy(`http://localhost:${port}/api/health`, child)
  child.kill('SIGTERM')
  await ended
  return seconds
}

/** A fresh machine does not have the Node that this process runs under. */
const withoutOwn = (folders = '') =>
  folders
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(path.delimiter)

async function firstPage(url: string, child: ChildProcess): Promise<void> {
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await next(child)
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  const ok = (answer: Response) => answer.json().then((health) => (health as { ok: boolean }).ok)
  while (
    !(await fetch(url)
      .then(ok)
      .catch(() => false))
  )
    await next(child)
}

async function next(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
  await wait(20)
}
