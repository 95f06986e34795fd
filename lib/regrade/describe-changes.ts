import type { AnswerField, QuestionDefinition } from '../../grader/question/definition.ts'
import { isJudged } from '../../grader/question/fields.ts'

/** What differs between two versions of a question and matters to who reads a regrade, one sentence each. */
export function describeChanges(old: QuestionDefinition, next: QuestionDefinition): string[] {
  if (old.version === next.version) return ['The same version as before, graded again.']
  const notes: string[] = []
  if (old.body !== next.body) notes.push('The text of the question has changed; students answered the old text.')
  if (old.leniency !== next.leniency) notes.push(`Leniency was ${old.leniency} and is ${next.leniency}.`)
  for (const field of next.answers) {
    const before = old.answers.find(({ name }) => name === field.name)
    if (before && before.points !== field.points) {
      notes.push(`${field.name}: its share was ${before.points} and is ${field.points}.`)
    }
    const [was, is] = [decimalsOf(before), decimalsOf(field)]
    if (was !== null && is !== null && was !== is)
      notes.push(`${field.name}: ${was} decimals were asked for, now ${is}.`)
  }
  for (const { name, source } of next.reference) {
    const before = old.reference.find((step) => step.name === name)
    if (before?.source !== source)
      notes.push(`Reference: ${name} is ${source}${before ? `, was ${before.source}` : ''}.`)
  }
  for (const { id, earns, steps } of next.alternatives) {
    const before = old.alternatives.find((alternative) => alternative.id === id)
    if (!before) notes.push(`${id} is new among mistakes and conventions.`)
    else if (before.earns !== earns) notes.push(`${id} earned ${before.earns} of the points and earns ${earns}.`)
    else if (sourceOf(before.steps) !== sourceOf(steps)) notes.push(`${id} is computed in another way.`)
  }
  for (const { id } of old.alternatives)
    if (next.alternatives.every((alternative) => alternative.id !== id)) notes.push(`${id} is not recognised any more.`)
  return notes
}

const sourceOf = (steps: readonly { name: string; source: string }[]) =>
  steps.map(({ name, source }) => `${name}: ${source}`).join('\n')

function decimalsOf(field: AnswerField | undefined): number | null {
  return field && isJudged(field) && field.kind !== 'shape' ? field.decimals : null
}
