import type { Executors } from '../../grader/backends/executor.ts'
import { invalid, notFound } from '../http/refusal.ts'
import type { QuestionPreview } from '../questions/preview.ts'
import { readQuestion } from './bank.ts'
import { findVariant, previewOf, unreadable } from './previewed-variant.ts'

/**
 * A question with the numbers of a seed. Where the audit refuses this seed it says why, and shows the first variant that
 * is found by drawing on from it, as an exam would.
 */
export async function previewQuestion(slug: string, seed: string, executors: Executors): Promise<QuestionPreview> {
  const parsed = await readQuestion(slug)
  if (!parsed) throw notFound()
  if (!parsed.ok) return unreadable(slug, seed, parsed.problems)
  const { drawn, why, asked } = await findVariant(parsed.question, seed, executors)
  if (!drawn) throw invalid(`No variant of this question passes the audit: ${why.join('; ')}`)
  const { printed: _printed, ...preview } = await previewOf(parsed.question, { ...drawn, why, asked }, executors)
  return preview
}
