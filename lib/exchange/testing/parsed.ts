import { operations } from '../../../grader/operations/library.ts'
import type { ParsedQuestion } from '../../../grader/question/definition.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import type { Item } from '../item/item.ts'
import { questionFile } from '../item/question-file.ts'

/** An item as the question that it becomes. */
export function parsedItem(item: Item): ParsedQuestion {
  return parseQuestion(questionFile(item).source, 'sample', operations)
}
