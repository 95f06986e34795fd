import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { type Fullness, fullnessOf, fullnessOfAll } from '../fields/fullness.ts'
import { answerKey, flagKey } from '../fields/ids.ts'
import { takesPages } from '../fields/takes-pages.ts'
import type { Saved } from './engine/protocol.ts'

export interface QuestionProgress {
  slug: string
  title: string
  fullness: Fullness
  flagged: boolean
}

type Read = (key: string) => Saved
/** How many pages were put on a field. */
export type CountPages = (key: string) => number

/** How far a student is with a question. */
export function progressOf(question: PaperQuestion, read: Read, pages: CountPages): QuestionProgress {
  const { slug, title, fields } = question
  const flag = read(flagKey(slug))
  const parts = fields.map((field) => {
    const value = read(answerKey(slug, field.name))
    if (takesPages(field) && pages(answerKey(slug, field.name)) > 0) return 'full'
    return fullnessOf(field, value?.kind === 'flag' ? null : value)
  })
  return { slug, title, fullness: fullnessOfAll(parts), flagged: flag?.kind === 'flag' && flag.on }
}

export interface Counts {
  full: number
  partly: number
  empty: number
  flagged: number
}

export function countsOf(all: readonly QuestionProgress[]): Counts {
  const counts: Counts = { full: 0, partly: 0, empty: 0, flagged: 0 }
  for (const { fullness, flagged } of all) {
    counts[fullness]++
    if (flagged) counts.flagged++
  }
  return counts
}
