import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A disk of memory that is soon full, for all data of a server; null where this machine lets nobody mount one. */
export function smallDisk(): { folder: string; remove(): void } | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-disk-'))
  fs.chmodSync(folder, 0o755)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=755', 'tmpfs', folder])
  if (status !== 0) {
    fs.rmdirSync(folder)
    return null
  }
  return {
    folder,
    remove() {
      spawnSync('umount', [folder])
      fs.rmdirSync(folder)
    },
  }
}
