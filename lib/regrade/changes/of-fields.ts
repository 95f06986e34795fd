import type { AnswerField } from '../../../grader/question/definition.ts'
import { choiceChanges, orderChanges } from './of-choices.ts'
import { formulaChanges, propertyChanges } from './of-formulas.ts'
import { judgedChanges } from './of-judged.ts'
import { layersChanges, textChanges, uploadChanges } from './of-open-fields.ts'
import { counted, listed, paired, quoted } from './said.ts'

/** What differs in the parts that are answered, and in how each is judged. */
export function fieldChanges(old: readonly AnswerField[], next: readonly AnswerField[]): string[] {
  const { added, gone, kept } = paired(old, next, ({ name }) => name)
  return [
    ...gone.map(({ name }) => `${name} is not asked any more.`),
    ...added.map(
      ({ name, kind, points }) => `${name} is asked now: a ${kind}, with a share of ${counted(points, 'point')}.`,
    ),
    ...kept.flatMap(({ was, is }) => [...placeChanges(was, is), ...kindChanges(was, is)]),
  ]
}

function placeChanges(was: AnswerField, is: AnswerField): string[] {
  return [
    ...(was.label === is.label ? [] : [`${is.name} is called ${quoted(is.label)}, was ${quoted(was.label)}.`]),
    ...(was.points === is.points ? [] : [`${is.name}: its share was ${was.points} and is ${is.points}.`]),
    ...(was.after.join() === is.after.join()
      ? []
      : [`${is.name} follows from ${listed(is.after)}, before from ${listed(was.after)}.`]),
  ]
}

function kindChanges(was: AnswerField, is: AnswerField): string[] {
  if (was.kind !== is.kind) return [`${is.name} was a ${was.kind} and is a ${is.kind}.`]
  return ofOneKind(was, is).map((change) => `${is.name}: ${change}`)
}

/** Sentences without the name of the part. */
function ofOneKind(was: AnswerField, is: AnswerField): string[] {
  if (is.kind === 'choice' && was.kind === 'choice') return choiceChanges(was, is)
  if (is.kind === 'order' && was.kind === 'order') return orderChanges(was, is)
  if (is.kind === 'formula' && was.kind === 'formula') return formulaChanges(was, is)
  if (is.kind === 'property' && was.kind === 'property') return propertyChanges(was, is)
  if (is.kind === 'text' && was.kind === 'text') return textChanges(was, is)
  if (is.kind === 'upload' && was.kind === 'upload') return uploadChanges(was, is)
  if (is.kind === 'layers' && was.kind === 'layers') return layersChanges(was, is)
  return judgedChanges(was, is)
}
