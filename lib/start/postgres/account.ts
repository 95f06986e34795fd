import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The system user that Postgres runs as. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Postgres refuses to run as root. Root therefore lends it another account: the owner of an existing data folder,
 * else user postgres where there is one, else nobody. Anybody else runs it as themselves (null).
 */
export function postgresAccount(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: 65534, gid: 65534 }
}

function accountNamed(name: string): Account | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** Whether the account may enter every folder on the way to `target` (which need not exist yet). */
export function reaches(account: Account | null, target: string): boolean {
  if (!account) return true
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false })
    if (stat && !mayEnter(account, stat)) return false
    if (folder === path.dirname(folder)) return true
  }
}

function mayEnter(account: Account, stat: fs.Stats): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
