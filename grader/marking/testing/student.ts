import type { RawAnswer } from '../../answers/raw-answer.ts'
import type { BatchTensor } from '../../backends/executor.ts'
import { runFloat64 } from '../../backends/float64.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { judgedFields } from '../../question/fields.ts'
import type { Variant } from '../../question/variant.ts'
import { planFor } from '../programs.ts'

/** What a student works with, step by step. */
export type Work = Record<string, number[]>

export interface Habits {
  /** the mistake or convention they work by */
  alternative?: string
  /** what they write down for a value of a step, before they go on from it */
  write?: (value: number, step: string, entry: number) => number
}

/** Works a variant out as a student would: each step from what was written down for the steps before. */
export function work(question: QuestionDefinition, variant: Variant, { alternative, write }: Habits = {}): Work {
  const program = planFor(
    question,
    variant,
    question.alternatives.find(({ id }) => id === alternative),
  )
  if (!program.ok) throw new Error(program.message)
  const { plan } = program
  const parameters: Record<string, BatchTensor> = {}
  for (const { name, type } of plan.parameters) {
    parameters[name] = { shape: type.shape, data: Float64Array.from(variant.params[name]?.data ?? []) }
  }
  const written: Work = {}
  for (const { name } of plan.steps) {
    const overrides = Object.fromEntries(
      Object.entries(written).map(([step, data]) => [step, { shape: [data.length], data: Float64Array.from(data) }]),
    )
    const value = Array.from(runFloat64(plan, { rows: 1, parameters, overrides })[name]?.data ?? [])
    written[name] = write ? value.map((entry, k) => write(entry, name, k)) : value
  }
  return written
}

export function rounded(decimals: number): (value: number) => number {
  return (value) => Number(value.toFixed(decimals))
}

/** The work typed into the fields of the question; values are cut to the decimals asked for. */
export function typed(
  question: QuestionDefinition,
  variant: Variant,
  values: Work,
  alternative?: string,
): Record<string, RawAnswer> {
  const answers: Record<string, RawAnswer> = {}
  for (const field of judgedFields(question)) {
    const value = values[field.step] ?? []
    if (field.kind === 'shape') answers[field.name] = { kind: 'shape', text: value.join(' × ') }
    else {
      const cells = value.map((entry) => entry.toFixed(Number.isInteger(entry) ? 0 : field.decimals))
      if (field.kind === 'number') answers[field.name] = { kind: 'number', text: cells[0] ?? '' }
      else answers[field.name] = { kind: 'tensor', shape: shapeOf(question, variant, field.step, alternative), cells }
    }
  }
  return answers
}

function shapeOf(question: QuestionDefinition, variant: Variant, step: string, alternative?: string): number[] {
  const program = planFor(
    question,
    variant,
    question.alternatives.find(({ id }) => id === alternative),
  )
  const type = program.ok ? program.plan.steps.find(({ name }) => name === step)?.type : undefined
  return [...(type?.shape ?? [])]
}
