import type { Field, Labelled } from '../../grader/answers/field.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { fullnessOf } from '../fields/fullness.ts'
import { answerId, answerKey } from '../fields/ids.ts'
import { readAnswer } from '../fields/reading.ts'
import { takesPages } from '../fields/takes-pages.ts'
import type { Saved } from './engine/protocol.ts'
import type { CountPages } from './progress.ts'

/** A field worth another look before handing in. */
export interface Gap {
  key: string
  href: string
  number: number
  title: string
  /** null where the whole question is meant */
  field: Labelled | null
  why: 'untouched' | 'empty' | 'partly' | 'unread'
}

/**
 * Every field that is empty, partly filled in, or cannot be read, in the order of the exam. A question in which nothing
 * was answered is one gap.
 */
export function gapsOf(
  questions: readonly PaperQuestion[],
  read: (key: string) => Saved,
  pages: CountPages,
  first = 1,
): Gap[] {
  return questions.flatMap((question, index) => {
    const gaps = question.fields.flatMap((field) => gapOf(question, first + index, field, read, pages) ?? [])
    const untouched = gaps.length === question.fields.length && gaps.every(({ why }) => why === 'empty')
    const [foremost] = gaps
    return untouched && foremost && gaps.length > 1 ? [{ ...foremost, field: null, why: 'untouched' as const }] : gaps
  })
}

function gapOf(
  { slug, title }: PaperQuestion,
  number: number,
  field: Field,
  read: (key: string) => Saved,
  pages: CountPages,
): Gap | null {
  const key = answerKey(slug, field.name)
  if (takesPages(field) && pages(key) > 0) return null
  const saved = read(key)
  const value = saved?.kind === 'flag' ? null : saved
  const fullness = fullnessOf(field, value)
  const reading = value && fullness !== 'empty' ? readAnswer(field, value) : null
  const unread = reading !== null && reading.state !== 'read'
  if (fullness === 'full' && !unread) return null
  const why = unread ? 'unread' : fullness === 'empty' ? 'empty' : 'partly'
  return { key, href: `#${answerId(slug, field.name)}`, number, title, field, why }
}
