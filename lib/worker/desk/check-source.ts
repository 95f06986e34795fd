import { operations } from '../../../grader/operations/library.ts'
import { manual } from '../../../grader/operations/manual.ts'
import { inspectQuestion } from '../../../grader/question/outline/inspect-question.ts'
import { versionOf } from '../../../grader/question/parse-question.ts'
import type { CheckAnswer } from '../../authoring/desk-answers.ts'

export const documents = new Map(manual().map((entry) => [entry.name, entry]))

/** What is wrong in a text, and what stands where. */
export function checkSource({ source, slug }: { source: string; slug: string }): CheckAnswer {
  const inspection = inspectQuestion(source, slug, operations, (name) => documents.get(name) ?? null)
  return { version: versionOf(source), ...inspection }
}
