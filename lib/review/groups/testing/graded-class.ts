import { isBlank } from '../../../../grader/answers/blank.ts'
import type { RawAnswer } from '../../../../grader/answers/raw-answer.ts'
import { desk } from '../../../../grader/marking/testing/desk.ts'
import type { QuestionDefinition } from '../../../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../../../grader/question/variant.ts'
import type { GivenAnswer } from '../answer.ts'

type Answers = Record<string, RawAnswer | null>

/** What one student writes down for a variant. */
export type Writes = (variant: Variant, key: VariantKey) => Answers

/**
 * Answers that the grader really graded, by field: student k sits variant k mod `seeds`. Ids sort in the order given.
 */
export async function gradedClass(
  question: QuestionDefinition,
  seeds: readonly string[],
  students: readonly Writes[],
): Promise<Map<string, GivenAnswer[]>> {
  const desks = seeds.map((seed) => desk(question, seed))
  const found = new Map<string, GivenAnswer[]>()
  for (const [k, writes] of students.entries()) {
    const at = desks[k % desks.length] as (typeof desks)[number]
    const answers = writes(at.variant, at.key)
    const grading = await at.grade(answers)
    for (const field of grading.fields) {
      const step = question.answers.find(({ name }) => name === field.field)
      const given: GivenAnswer = {
        submissionId: `student-${String(k).padStart(4, '0')}`,
        answer: isBlank(answers[field.field]) ? null : (answers[field.field] ?? null),
        pages: false,
        grading: field,
        divergence: grading.divergence ?? null,
        variant: {
          seed: at.variant.seed,
          step: step && 'step' in step ? step.step : null,
          bands: at.key.bands[field.field] ?? [],
          steps: at.key.expected,
          params: at.variant.params,
          arrangement: at.variant.arrangement[field.field] ?? [],
        },
      }
      found.set(field.field, [...(found.get(field.field) ?? []), given])
    }
  }
  return found
}
