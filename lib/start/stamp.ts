import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Runs `work` unless it was done before on the same content. The stamp is written after the work has succeeded. */
export async function oncePerContent(file: string, content: string, work: () => Promise<void>): Promise<boolean> {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) return false
  await work()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
  return true
}

/** A hash over names and bytes of files and folders (below `root`; missing ones count as empty). */
export function contentOf(root: string, entries: readonly string[], skip?: RegExp): string {
  const hash = createHash('sha256')
  for (const name of entries.flatMap((entry) => filesUnder(root, entry)).sort()) {
    if (skip?.test(name)) continue
    const bytes = fs.readFileSync(path.join(root, name))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function filesUnder(root: string, entry: string): string[] {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [entry]
  const names = fs.readdirSync(path.join(root, entry), { recursive: true, withFileTypes: true })
  return names
    .filter((found) => found.isFile())
    .map((found) => path.relative(root, path.join(found.parentPath, found.name)).replaceAll('\\', '/'))
}
