import type { Executors } from '../../../grader/backends/executor.ts'
import { operations } from '../../../grader/operations/library.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import { itemOf } from '../../exchange/outgoing/item-of.ts'
import type { ForeignFormat, OutgoingQuestion } from '../../exchange/report.ts'
import { writeForeign } from '../../exchange/write-foreign.ts'
import { paperValues } from '../paper-values.ts'
import { findVariant } from '../previewed-variant.ts'

interface Asked {
  format: ForeignFormat
  seed: string
  questions: { slug: string; source: string }[]
}

/** Each question with the numbers of a seed in a foreign format, with what it loses there. */
export async function writeQuestions(
  { format, seed, questions }: Asked,
  executors: Executors,
): Promise<OutgoingQuestion[]> {
  const written: OutgoingQuestion[] = []
  for (const { slug, source } of questions) written.push(await oneQuestion(slug, source, format, seed, executors))
  return written
}

async function oneQuestion(
  slug: string,
  source: string,
  format: ForeignFormat,
  seed: string,
  executors: Executors,
): Promise<OutgoingQuestion> {
  const parsed = parseQuestion(source, slug, operations)
  if (!parsed.ok)
    return {
      slug,
      title: slug,
      text: null,
      pictures: [],
      notes: [`It is no question yet: ${parsed.problems[0]?.message ?? ''}`],
    }
  const { title } = parsed.question
  const { drawn, why } = await findVariant(parsed.question, seed, executors)
  if (!drawn)
    return { slug, title, text: null, pictures: [], notes: [`No variant of it passes the audit: ${why.join('; ')}`] }
  const values = await paperValues(parsed.question, drawn.variant, drawn.key, executors.float64)
  const { item, notes } = itemOf(parsed.question, drawn.key, values)
  const made = writeForeign(format, item)
  return {
    slug,
    title,
    text: made.text.trim() === '' ? null : made.text,
    pictures: made.pictures,
    notes: [...new Set([...notes, ...made.notes])],
  }
}
