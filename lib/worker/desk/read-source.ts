import { operations } from '../../../grader/operations/library.ts'
import type { ParsedQuestion } from '../../../grader/question/definition.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'

/** The same text is asked for again and again: with another seed, another answer, for the audit beside it. */
const known = new Map<string, ParsedQuestion>()
const mostKnown = 8

export function readSource({ source, slug }: { source: string; slug: string }): ParsedQuestion {
  const key = `${slug}\n${source}`
  const parsed = known.get(key) ?? parseQuestion(source, slug, operations)
  known.delete(key)
  known.set(key, parsed)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return parsed
}
