import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { reason, StartProblem } from '../start-problem.ts'
import { type Account, reaches } from './account.ts'
import type { Binaries } from './binaries.ts'

interface Place {
  folder: string
  password: string
  account: Account | null
  binaries: Binaries
}

/** Makes the data folder a Postgres cluster unless it is one: UTF-8, sorted by code point, passwords by SCRAM. */
export async function initialise({ folder, password, account, binaries }: Place): Promise<void> {
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return
  if (!reaches(account, folder)) {
    throw new StartProblem(
      `Postgres may not run as root, and its user cannot enter the folders above ${folder}: ` +
        'move the checkout to a folder that everyone may enter, or set DATABASE_URL.',
    )
  }
  makeFolder(folder, account)
  const secret = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-initdb-'))
  const file = path.join(secret, 'password')
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 })
  if (account) for (const entry of [secret, file]) fs.chownSync(entry, account.uid, account.gid)
  try {
    await initdb(binaries.initdb, folder, file, account)
  } finally {
    fs.rmSync(secret, { recursive: true, force: true })
  }
}

function makeFolder(folder: string, account: Account | null) {
  try {
    fs.rmSync(folder, { recursive: true, force: true }) // what an interrupted initdb left
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    fs.chmodSync(folder, 0o700)
    if (account) fs.chownSync(folder, account.uid, account.gid)
  } catch (error) {
    throw new StartProblem(`Cannot keep the database in ${folder}: ${reason(error)}`)
  }
}

function initdb(command: string, folder: string, passwordFile: string, account: Account | null): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const child = spawn(command, [`--pgdata=${folder}`, ...locale, ...access, '--no-sync', '--no-instructions'], {
    ...account,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      fs.rmSync(folder, { recursive: true, force: true })
      reject(
        new StartProblem(`The database could not be created in ${folder}: ${reason(said.trim()) || 'no reason given'}`),
      )
    })
  })
}
