import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { operations } from '../../grader/operations/library.ts'
import type { ParsedQuestion } from '../../grader/question/definition.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { contentFolder } from '../environment.ts'
import type { BankEntry } from '../questions/preview.ts'
import { publishedSource } from '../questions/sources.ts'

const slugShape = /^[a-z0-9-]{1,80}$/

/** The version of a question that was published last, else its file as it is now; null where there is neither. */
export async function readQuestion(slug: string): Promise<ParsedQuestion | null> {
  if (!slugShape.test(slug)) return null
  const published = await publishedSource(slug)
  if (published !== null) return parseQuestion(published, slug, operations)
  try {
    return parseQuestion(await readFile(path.join(contentFolder('bank'), `${slug}.md`), 'utf8'), slug, operations)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Every question file of the bank with its problems, by slug. */
export async function listBank(): Promise<BankEntry[]> {
  const folder = contentFolder('bank')
  const slugs = (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3))
  const entries = slugs.sort().map(async (slug): Promise<BankEntry> => {
    const source = await readFile(path.join(folder, `${slug}.md`), 'utf8')
    const parsed = parseQuestion(source, slug, operations)
    if (!parsed.ok) {
      const version = createHash('sha256').update(source).digest('hex')
      return { slug, title: slug, version, topics: [], problems: parsed.problems }
    }
    const { title, version, topics } = parsed.question
    return { slug, title, version, topics, problems: [] }
  })
  return Promise.all(entries)
}
