import type { AnswerField, QuestionDefinition } from './definition.ts'

export type JudgedField = Extract<AnswerField, { kind: 'number' | 'shape' | 'tensor' }>

/** The fields whose right answer is the value of a step. */
export function judgedFields(definition: QuestionDefinition): JudgedField[] {
  return definition.answers.filter(isJudged)
}

export function isJudged(field: AnswerField): field is JudgedField {
  return field.kind === 'number' || field.kind === 'shape' || field.kind === 'tensor'
}

/** Half a unit of the last decimal asked for. */
export function halfUnit(decimals: number): number {
  return 0.5 / 10 ** decimals
}

/** The decimals to which a student rounds a step: what its field asks for (the coarsest), else the question's. */
export function stepDecimals(definition: QuestionDefinition, step: string): number {
  const asked = judgedFields(definition).flatMap((f) => (f.step === step && f.kind !== 'shape' ? [f.decimals] : []))
  return asked.length > 0 ? Math.min(...asked) : definition.decimals
}
