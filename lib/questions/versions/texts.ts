import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Figure } from '../../../grader/question/definition.ts'
import { type Query, query } from '../../db/query.ts'
import { askGrader } from '../ask-grader.ts'
import { fileCounts, publishedSource } from '../sources.ts'
import type { ReadText } from './types.ts'

/** As much as the editor takes. */
export const longestText = 200_000
export const questionText = z.string().max(longestText, 'The question is longer than 200,000 characters.')

/** The version that a text would be. */
export const versionOfText = (source: string): string => createHash('sha256').update(source, 'utf8').digest('hex')

/** The title that a text names, also where it cannot be read as a question. */
export function titleIn(source: string): string | null {
  const [, title = ''] = /^title:[ \t]*(\S.*)$/m.exec(source.slice(0, 4_000)) ?? []
  return (
    title
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .slice(0, 200) || null
  )
}

/** What exams get of a question: the version that was published last, else the file of the house's; null: neither. */
export async function usedSource(slug: string): Promise<string | null> {
  const published = await publishedSource(slug)
  if (published !== null) return published
  if (!(await fileCounts(slug))) return null
  return (await askGrader<{ source: string | null }>('/versions/source', { slug })).source
}

export const readText = (slug: string, source: string) => askGrader<ReadText>('/versions/read', { slug, source })

export interface KnownVersion {
  id: string
  version: string
  title: string
  source: string
  figures: Figure[]
}

/** A stored version of a question. */
export async function knownVersion(slug: string, version: string, run: Query = query): Promise<KnownVersion | null> {
  const [found] = await run<KnownVersion>(
    `SELECT v.id, v.version, v.title, v.source, coalesce(v.definition->'figures', '[]') AS figures FROM question_version v JOIN question q ON q.id = v.question_id
     WHERE q.slug = $1 AND v.version = $2`,
    [slug, version],
  )
  return found ?? null
}
