import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { paired, shortened } from './said.ts'

/** What differs in the numbers that are drawn and in what is computed from them. */
export function numberChanges(old: QuestionDefinition, next: QuestionDefinition): string[] {
  const parameters = paired(old.parameters, next.parameters, ({ name }) => name)
  const conditions = paired(old.where, next.where, ({ source }) => source)
  const steps = paired(old.reference, next.reference, ({ name }) => name)
  return [
    ...parameters.gone.map(({ name }) => `Parameter ${name} is gone.`),
    ...parameters.added.map(({ name, source }) => `Parameter ${name} is new: ${shortened(source)}.`),
    ...parameters.kept.flatMap(({ was, is }) =>
      was.source === is.source
        ? []
        : [`Parameter ${is.name} is ${shortened(is.source)}, was ${shortened(was.source)}.`],
    ),
    ...conditions.gone.map(({ source }) => `The numbers need not meet ${shortened(source)} any more.`),
    ...conditions.added.map(({ source }) => `The numbers must meet ${shortened(source)} now.`),
    ...steps.gone.map(({ name }) => `Reference: ${name} is gone.`),
    ...steps.added.map(({ name, source }) => `Reference: ${name} is ${shortened(source)}.`),
    ...steps.kept.flatMap(({ was, is }) =>
      was.source === is.source
        ? []
        : [`Reference: ${is.name} is ${shortened(is.source)}, was ${shortened(was.source)}.`],
    ),
  ]
}
