import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { versionOf } from '../../../grader/question/parse-question.ts'
import { contentFolder } from '../../environment.ts'
import { slugOfFile } from '../../questions/files/file-names.ts'

/** A question file as it lies in the house's bank now. */
export interface BankFile {
  slug: string
  version: string
  changedAt: Date
}

const known = new Map<string, BankFile & { seen: string }>()

export const bankFilePath = (slug: string) => path.join(contentFolder('bank'), `${slug}.md`)

/** The files of the bank. One that has neither another time nor another size is not read again. */
export async function bankFiles(): Promise<BankFile[]> {
  const folder = contentFolder('bank')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const slugs = names.flatMap((name) => slugOfFile(name) ?? [])
  return (await Promise.all(slugs.sort().map(fileOf))).filter((file) => file !== null)
}

async function fileOf(slug: string): Promise<BankFile | null> {
  const file = bankFilePath(slug)
  try {
    const { mtimeMs, ctimeMs, size, mtime } = await stat(file)
    const seen = `${mtimeMs} ${ctimeMs} ${size}`
    const before = known.get(file)
    if (before?.seen === seen) return before
    const now = { slug, version: versionOf(await readFile(file, 'utf8')), changedAt: mtime, seen }
    known.set(file, now)
    return now
  } catch (error) {
    // it was taken away between two looks
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
