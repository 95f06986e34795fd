import type { RawAnswer } from '../../answers/raw-answer.ts'
import type { BatchTensor } from '../../backends/executor.ts'
import { runFloat64 } from '../../backends/float64.ts'
import type { Plan } from '../../language/plan.ts'
import { planFor } from '../../marking/programs.ts'
import type { Alternative, QuestionDefinition } from '../../question/definition.ts'
import { judgedFields, stepDecimals } from '../../question/fields.ts'
import type { StoredTensor, Variant } from '../../question/variant.ts'

/** A slip of arithmetic: one entry of a step is written down wrong. */
export interface WrongEntry {
  step: string
  entry: number
  /** from how it should be written to how it is */
  change: (written: string) => string
}

export interface Student {
  /** what they compute otherwise than the reference; no two of them replace the same step */
  alternatives: readonly Alternative[]
  wrongEntries: readonly WrongEntry[]
  /** whether they also round the steps that nobody asks for */
  roundsAll: boolean
}

export interface Sheet {
  /** every step as the student goes on from it */
  values: Record<string, StoredTensor>
  answers: Record<string, RawAnswer>
}

/** Works a variant out as a student does: every step from what was written down for the steps before it. */
export function workThrough(question: QuestionDefinition, variant: Variant, student: Student): Sheet {
  const plan = planWith(question, variant, student.alternatives)
  const asked = new Set(judgedFields(question).map(({ step }) => step))
  const values: Record<string, StoredTensor> = {}
  const written: Record<string, string[]> = {}
  for (const { name, type } of plan.steps) {
    const places = type.integer ? null : stepDecimals(question, name)
    const wrong = student.wrongEntries.filter(({ step }) => step === name)
    const rounds = asked.has(name) || student.roundsAll
    const size = type.shape.reduce((product, n) => product * n, 1)
    const data = recomputed(plan, variant, values, name)
    const texts = data.map((value, k) => {
      const [slip] = wrong.filter(({ entry }) => entry % size === k)
      const text = places === null ? String(value) : value.toFixed(places)
      if (slip) return slip.change(text)
      return rounds ? text : String(value)
    })
    written[name] = texts
    values[name] = { shape: [...type.shape], data: texts.map(Number) }
  }
  return { values, answers: answersOf(question, values, written) }
}

function answersOf(
  question: QuestionDefinition,
  values: Readonly<Record<string, StoredTensor>>,
  written: Readonly<Record<string, string[]>>,
): Record<string, RawAnswer> {
  return Object.fromEntries(
    judgedFields(question).map(({ name, kind, step }): [string, RawAnswer] => {
      const cells = written[step] ?? []
      if (kind === 'number') return [name, { kind, text: cells[0] ?? '' }]
      if (kind === 'shape') return [name, { kind, text: cells.join(' × ') }]
      return [name, { kind, shape: [...(values[step]?.shape ?? [])], cells }]
    }),
  )
}

/** The value of one step, recomputed from the values given for steps before it. */
export function recomputed(
  plan: Plan,
  variant: Variant,
  given: Readonly<Record<string, StoredTensor>>,
  step: string,
): number[] {
  const tensor = ({ shape, data }: StoredTensor): BatchTensor => ({ shape, data: Float64Array.from(data) })
  const parameters = Object.fromEntries(plan.parameters.map(({ name }) => [name, tensor(variant.params[name]!)]))
  const overrides = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, tensor(value)]))
  return Array.from(runFloat64(plan, { rows: 1, parameters, overrides })[step]?.data ?? [])
}

/** The plan of the reference with the steps of all these alternatives in their places. */
export function planWith(question: QuestionDefinition, variant: Variant, alternatives: readonly Alternative[]): Plan {
  const [first] = alternatives
  const id = alternatives.map((each) => each.id).join(' with ')
  const steps = alternatives.flatMap((each) => each.steps)
  const program = planFor(question, variant, first && { ...first, id, steps })
  if (!program.ok) throw new Error(`${question.slug}, ${id}: ${program.message}`)
  return program.plan
}
