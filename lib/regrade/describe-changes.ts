import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { fieldChanges } from './changes/of-fields.ts'
import { figureChanges } from './changes/of-figures.ts'
import { mistakeChanges } from './changes/of-mistakes.ts'
import { numberChanges } from './changes/of-numbers.ts'
import { counted, quoted } from './changes/said.ts'

/** What differs between two versions of a question for those who sit it and those who are graded by it, a sentence each. */
export function describeChanges(old: QuestionDefinition, next: QuestionDefinition): string[] {
  return [
    ...(old.title === next.title ? [] : [`The title is ${quoted(next.title)}, was ${quoted(old.title)}.`]),
    ...(old.body === next.body ? [] : ['The text of the question has changed.']),
    ...figureChanges(old.figures, next.figures),
    ...toleranceChanges(old, next),
    ...numberChanges(old, next),
    ...fieldChanges(old.answers, next.answers),
    ...mistakeChanges(old.alternatives, next.alternatives),
  ]
}

function toleranceChanges(old: QuestionDefinition, next: QuestionDefinition): string[] {
  const way = next.leniency > old.leniency ? 'may be further from' : 'must be closer to'
  return [
    ...(old.leniency === next.leniency
      ? []
      : [`Leniency was ${old.leniency} and is ${next.leniency}: answers ${way} what is right.`]),
    ...(old.decimals === next.decimals
      ? []
      : [
          `Steps that are not asked for are taken as rounded to ${counted(next.decimals, 'decimal')}, before to ${old.decimals}.`,
        ]),
  ]
}

/** The same for who decides on a regrade: what students saw is what they saw. */
export function regradeNotes(old: QuestionDefinition, next: QuestionDefinition): string[] {
  if (old.version === next.version) return ['The same version as before, graded again.']
  const text = old.body === next.body ? [] : ['Students answered the text as it was.']
  return [...text, ...describeChanges(old, next)]
}
