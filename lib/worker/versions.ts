import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { operations } from '../../grader/operations/library.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { contentFolder } from '../environment.ts'
import { parse } from '../http/parse.ts'
import { notFound } from '../http/refusal.ts'
import { questionSlug } from '../questions/preview-question.ts'
import { questionText } from '../questions/versions/texts.ts'
import type { ReadText } from '../questions/versions/types.ts'
import { describeChanges } from '../regrade/describe-changes.ts'

const named = z.strictObject({ slug: questionSlug })
const text = z.strictObject({ slug: questionSlug, source: questionText })
const pair = z.strictObject({ slug: questionSlug, from: questionText, to: questionText })

/** The file of a question in the bank; null where there is none. */
async function fileOf(slug: string): Promise<string | null> {
  try {
    return await readFile(path.join(contentFolder('bank'), `${slug}.md`), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function read(slug: string, source: string): ReadText {
  const parsed = parseQuestion(source, slug, operations)
  if (!parsed.ok) return parsed
  const { version, title } = parsed.question
  return { ok: true, version, title, definition: parsed.question }
}

/** What changes for those who sit the question, a sentence each; null where one of the texts is no question. */
function changesFor(slug: string, from: string, to: string): string[] | null {
  const [before, after] = [from, to].map((source) => parseQuestion(source, slug, operations))
  return before?.ok && after?.ok ? describeChanges(before.question, after.question) : null
}

/** What the web server asks of the texts of questions: it has neither the files nor the operations. */
export async function answerOfVersions(url: string, body: unknown): Promise<unknown> {
  if (url === '/versions/source') return { source: await fileOf(parse(named, body).slug) }
  if (url === '/versions/read') {
    const { slug, source } = parse(text, body)
    return read(slug, source)
  }
  if (url === '/versions/changes') {
    const { slug, from, to } = parse(pair, body)
    return { sentences: changesFor(slug, from, to) }
  }
  throw notFound()
}
