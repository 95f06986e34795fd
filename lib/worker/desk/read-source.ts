import { operations } from '../../../grader/operations/library.ts'
import type { ParsedQuestion } from '../../../grader/question/definition.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import { Recent } from './recent.ts'

/** The same text is asked for again and again: with another seed, another answer, for the audit beside it. */
const known = new Recent<ParsedQuestion>(8)

export function readSource({ source, slug }: { source: string; slug: string }): ParsedQuestion {
  return known.get(`${slug}\n${source}`, () => parseQuestion(source, slug, operations))
}
