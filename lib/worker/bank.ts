import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { operations } from '../../grader/operations/library.ts'
import type { ParsedQuestion } from '../../grader/question/definition.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { contentFolder } from '../environment.ts'
import type { BankEntry } from '../questions/preview.ts'
import { fileCounts, publishedSource } from '../questions/sources.ts'

const slugShape = /^[a-z0-9-]{1,80}$/

export const listRequest = z.strictObject({ slugs: z.array(z.string().max(80)).max(200) })

/** The version of a question that was published last, else its file as it is now; null where there is neither. */
export async function readQuestion(slug: string): Promise<ParsedQuestion | null> {
  if (!slugShape.test(slug)) return null
  const published = await publishedSource(slug)
  if (published !== null) return parseQuestion(published, slug, operations)
  if (!(await fileCounts(slug))) return null
  try {
    return parseQuestion(await readFile(path.join(contentFolder('bank'), `${slug}.md`), 'utf8'), slug, operations)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Some questions as exams would get them now, with what is wrong in them, in this order; those that there are. */
export async function listQuestions(slugs: readonly string[]): Promise<BankEntry[]> {
  const entries: BankEntry[] = []
  for (const slug of slugs) {
    const parsed = await readQuestion(slug)
    if (!parsed) continue
    if (parsed.ok) entries.push({ slug, title: parsed.question.title, version: parsed.question.version, problems: [] })
    else entries.push({ slug, title: slug, version: null, problems: parsed.problems })
  }
  return entries
}
