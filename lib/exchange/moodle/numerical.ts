import { numberField } from '../item/number-answers.ts'
import { childNamed, childrenNamed } from '../markup/tree.ts'
import { answersOf, plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

export const readNumerical: TypeReader = (question, points, notes) => {
  const answers = answersOf(question).map(({ element, text, share, feedback }) => ({
    text,
    share,
    tolerance: Math.abs(Number(plainOf(element, 'tolerance')) || 0),
    says: textMarkdown(feedback, notes) || null,
  }))
  const field = numberField('answer', points, answers, notes)
  if (!field) return 'It has no number that is right.'
  if (childrenNamed(childNamed(question, 'units'), 'unit').length > 0)
    notes.add('Units were not carried: the number alone is asked for. Say the unit in the text.')
  return { body: textMarkdown(childNamed(question, 'questiontext'), notes), fields: [field] }
}
