import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A Postgres that a killed supervisor left behind in this very folder holds its lock file: ask it to go. */
export async function stopLeftover(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  if (!commandOf(pid).includes(folder)) return // stale: Postgres notices that by itself
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 100 && fs.existsSync(file); i++) await wait(100)
}

/** The command line of a process, or '' when there is none. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
