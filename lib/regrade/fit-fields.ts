import type { Field } from '../../grader/answers/field.ts'
import type { AnswerField, QuestionDefinition } from '../../grader/question/definition.ts'
import type { Variant } from '../../grader/question/variant.ts'

/** Why the answers that students gave cannot be answers to the corrected question, or null: the same fields of the same kinds. */
export function fieldProblem(old: QuestionDefinition, next: QuestionDefinition): string | null {
  const kinds = new Map(next.answers.map(({ name, kind }) => [name, kind]))
  for (const { name, kind } of old.answers) {
    const now = kinds.get(name)
    if (now === undefined) return `The corrected question has no answer field ${name} any more.`
    if (now !== kind) return `The answer field ${name} was a ${kind}; in the corrected question it is a ${now}.`
    kinds.delete(name)
  }
  const [added] = kinds.keys()
  return added === undefined
    ? null
    : `The corrected question has the new answer field ${added}, which nobody could answer.`
}

/** Texts in the order of authored indices: the right ones first. */
function textsOf(field: AnswerField): string[] | null {
  if (field.kind === 'choice') return [...field.right, ...field.others].map(({ markdown }) => markdown)
  return field.kind === 'order' ? [...field.lines, ...field.distractors] : null
}

/**
 * The order in which options and lines were shown, in the indices of the corrected question: an option that has become
 * right has another index and keeps its place and its id. A sentence where an option that was shown is not there any more.
 */
export function arrangementFor(
  old: QuestionDefinition,
  next: QuestionDefinition,
  arrangement: Variant['arrangement'],
): { arrangement: Variant['arrangement'] } | { problem: string } {
  const moved: Variant['arrangement'] = {}
  for (const [name, shown] of Object.entries(arrangement)) {
    const [before, after] = [old, next].map(({ answers }) => {
      const field = answers.find((candidate) => candidate.name === name)
      return field ? (textsOf(field) ?? []) : []
    }) as [string[], string[]]
    const indices = shown.map((authored) => after.indexOf(before[authored] ?? ''))
    if (before.length !== after.length || indices.includes(-1) || new Set(indices).size < indices.length) {
      return { problem: `The options of ${name} are not those that students chose from.` }
    }
    moved[name] = indices
  }
  return { arrangement: moved }
}

/** Why a field looks otherwise than the one that students filled in, or null. Both are rendered for the same variant. */
export function formProblem(seen: readonly Field[], now: readonly Field[]): string | null {
  for (const field of seen) {
    const other = now.find(({ name }) => name === field.name)
    if (other && formOf(field) !== formOf(other)) {
      return `The form of ${field.name} is another one than students filled in (its cells, options or limits).`
    }
  }
  return null
}

/** What of a field decides which answers can be given at all. */
function formOf(field: Field): string {
  if (field.kind === 'tensor') return JSON.stringify(field.resizable ? 'resizable' : field.shape)
  if (field.kind === 'choice') return JSON.stringify([field.many, field.options])
  if (field.kind === 'order') return JSON.stringify(field.lines)
  return field.kind === 'layers' ? JSON.stringify([field.input, field.output]) : ''
}
