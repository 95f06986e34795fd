import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { askGrader } from '../ask-grader.ts'
import { requireQuestion } from '../require-question.ts'
import { loadDraft } from './load-draft.ts'
import { versionHash } from './params.ts'
import { diffTexts, type TextDiff } from './text-diff.ts'
import { knownVersion, usedSource, versionOfText } from './texts.ts'

/** A version by its hash, what exams get now, or what is being worked on. */
const textName = z.union([versionHash, z.enum(['published', 'draft'])])
export type TextName = z.infer<typeof textName>

/** Which two texts an address asks for: what is published and what is being worked on, where it names none. */
export function comparedTexts(search: URLSearchParams): { from: TextName; to: TextName } {
  const name = (key: string, usual: TextName) => parse(textName, search.get(key) ?? usual)
  return { from: name('from', 'published'), to: name('to', 'draft') }
}

interface Named {
  name: TextName
  version: string
  source: string
}

export interface Comparison {
  from: Omit<Named, 'source'>
  to: Omit<Named, 'source'>
  text: TextDiff
  /** what changes for those who sit it, a sentence each; null: one of the texts is no question, or nobody could say just now */
  students: string[] | null
}

async function named(principal: Principal | null, slug: string, name: TextName): Promise<Named> {
  const source =
    name === 'draft'
      ? (await loadDraft(principal, slug)).source
      : name === 'published'
        ? await usedSource(slug)
        : ((await knownVersion(slug, name))?.source ?? null)
  if (source === null) throw notFound()
  return { name, version: versionOfText(source), source }
}

/** What differs between two texts of a question, for those who work on it. */
export async function compareTexts(
  principal: Principal | null,
  slug: string,
  from: TextName,
  to: TextName,
): Promise<Comparison> {
  await requireQuestion(principal, slug, 'edit')
  const [left, right] = await Promise.all([named(principal, slug, from), named(principal, slug, to)])
  // the texts are compared also while the grading process is away
  const { sentences } = await askGrader<{ sentences: string[] | null }>('/versions/changes', {
    slug,
    from: left.source,
    to: right.source,
  }).catch(() => ({ sentences: null }))
  const { source: before, ...fromName } = left
  const { source: after, ...toName } = right
  return { from: fromName, to: toName, text: diffTexts(before, after), students: before === after ? [] : sentences }
}
