import { forbidden, type Refusal } from '../../http/refusal.ts'

/** What became of one of several questions that something was to be done with. */
export interface QuestionResult {
  slug: string
  /** why not, in a sentence; null: it was done */
  refused: string | null
}

export interface Results {
  results: QuestionResult[]
}

/** Something that may not be done with a question; whoever asked for nothing else is refused by it. */
export interface Sorted<Question> {
  allowed: Question[]
  refused: { slug: string; by: Refusal }[]
}

/** Puts those apart that `refusal` has something against. Where that is all of them, the first is what is answered. */
export function sortOut<Question extends { slug: string; may: boolean }>(
  questions: readonly Question[],
  refusal: (question: Question) => Refusal | null,
): Sorted<Question> {
  const allowed: Question[] = []
  const refused: Sorted<Question>['refused'] = []
  for (const question of questions) {
    const by = question.may ? refusal(question) : forbidden()
    if (by) refused.push({ slug: question.slug, by })
    else allowed.push(question)
  }
  if (allowed.length === 0 && refused[0]) throw refused[0].by
  return { allowed, refused }
}

/** In the order in which they were asked for. */
export function resultsOf(slugs: readonly string[], refused: Sorted<unknown>['refused']): Results {
  const why = new Map(refused.map(({ slug, by }) => [slug, by.message]))
  return { results: slugs.map((slug) => ({ slug, refused: why.get(slug) ?? null })) }
}
