import { operations } from '../../../grader/operations/library.ts'
import { completeAt } from '../../../grader/question/outline/complete.ts'
import type { Completion } from '../../authoring/desk-answers.ts'
import { documents } from './check-source.ts'

/** What may stand at a place of a text. */
export function completeSource(given: { source: string; line: number; column: number }): Completion {
  return completeAt(given.source, given, operations, [...documents.values()])
}
