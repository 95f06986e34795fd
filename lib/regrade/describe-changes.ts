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
  return notes
}

function decimalsOf(field: AnswerField | undefined): number | null {
  return field && isJudged(field) && field.kind !== 'shape' ? field.decimals : null
}
