import type { Field } from '../../../grader/answers/field.ts'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { PreviewTensor } from '../../staff/preview/expected-values.tsx'
import type { Preview } from './preview.ts'
import type { Answers } from './use-preview.ts'

/** A value as a student who rounds as asked would type it; null where a field takes no computed value. */
export function typedValue(field: Field, value: PreviewTensor, decimals: number | null): RawAnswer | null {
  const cells = value.data.map((entry) => printed(entry, decimals))
  if (field.kind === 'number') return { kind: 'number', text: cells[0] ?? '' }
  if (field.kind === 'shape') return { kind: 'shape', text: cells.join(' × ') }
  if (field.kind === 'tensor') return { kind: 'tensor', shape: value.shape.slice(), cells }
  return null
}

function printed(entry: number, decimals: number | null): string {
  return decimals === null || Number.isInteger(entry) ? String(entry) : entry.toFixed(decimals)
}

/** Who types: somebody who computes everything right, or makes one mistake or follows one convention throughout. */
export type Filling = 'right' | 'nothing' | `mistake ${string}`

/** The answers of such a person to the numbers of a preview. */
export function filledIn({ paper, expected, alternatives }: Preview, filling: Filling): Answers {
  if (filling === 'nothing') return {}
  const given = alternatives.find(({ id }) => filling === `mistake ${id}`)?.gives ?? []
  const answers: Answers = {}
  for (const field of paper.fields) {
    const right = expected.find(({ name }) => name === field.name)
    const wrong = given.find(({ label }) => label === field.label)
    const value = wrong?.value ?? right?.value
    if (value) answers[field.name] = typedValue(field, value, (wrong ?? right)?.decimals ?? null)
  }
  return answers
}

/** Answers to fields that are still there and still of their kind. */
export function fitting(answers: Answers, paper: PaperQuestion): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) =>
      paper.fields.some((field) => field.name === name && field.kind === answer?.kind),
    ),
  )
}
