import type { BatchTensor } from '../../backends/executor.ts'
import { runFloat64 } from '../../backends/float64.ts'
import type { Plan } from '../../language/plan.ts'
import type { AnswerField, QuestionDefinition } from '../../question/definition.ts'
import { halfUnit, judgedFields, stepDecimals } from '../../question/fields.ts'
import { type StoredTensor, shownId, type Variant, type VariantKey } from '../../question/variant.ts'
import { planFor } from '../programs.ts'

/** A key worked out one run at a time, the slow and obvious way; nothing is audited. */
export function keyOf(question: QuestionDefinition, variant: Variant): VariantKey {
  const plan = planOf(question, variant)
  const expected = run(plan, variant)
  const key: VariantKey = { expected, deviation: {}, bands: {}, alternatives: {}, solutions: {}, broken: {} }
  for (const field of judgedFields(question))
    key.bands[field.name] = bands(question, plan, variant, field.step, halfOf(field))
  for (const { id } of question.alternatives) {
    const values = run(planOf(question, variant, id), variant)
    const changed = judgedFields(question).filter(
      ({ step }) => values[step]?.data.join() !== expected[step]?.data.join(),
    )
    key.alternatives[id] = Object.fromEntries(changed.map(({ name, step }) => [name, values[step] as StoredTensor]))
  }
  for (const field of question.answers) {
    const solution = solutionOf(field)
    const shown = variant.arrangement[field.name] ?? []
    if (solution !== null) key.solutions[field.name] = solution.map((authored) => shownId(shown.indexOf(authored)))
  }
  return key
}

function solutionOf(field: AnswerField): number[] | null {
  if (field.kind === 'choice') return field.right.map((_option, k) => k)
  return field.kind === 'order' ? field.lines.map((_line, k) => k) : null
}

function halfOf(field: ReturnType<typeof judgedFields>[number]): number {
  return field.kind === 'shape' ? 0 : halfUnit(field.decimals)
}

function planOf(question: QuestionDefinition, variant: Variant, alternative?: string): Plan {
  const program = planFor(
    question,
    variant,
    question.alternatives.find(({ id }) => id === alternative),
  )
  if (!program.ok) throw new Error(program.message)
  return program.plan
}

function run(plan: Plan, variant: Variant, overrides: Record<string, BatchTensor> = {}): Record<string, StoredTensor> {
  const parameters = Object.fromEntries(
    Object.entries(variant.params).map(([name, { shape, data }]) => [name, { shape, data: Float64Array.from(data) }]),
  )
  const values = runFloat64(plan, { rows: 1, parameters, overrides })
  return Object.fromEntries(
    Object.entries(values).map(([name, { shape, data }]) => [name, { shape: [...shape], data: [...data] }]),
  )
}

/** Half a unit of the field and the effect of half a unit in every entry of every other step. */
function bands(question: QuestionDefinition, plan: Plan, variant: Variant, step: string, own: number): number[] {
  const truth = run(plan, variant)
  const type = plan.steps.find(({ name }) => name === step)?.type
  const value = truth[step]?.data ?? []
  if (type?.integer) return value.map(() => 0)
  const widths = value.map(() => own)
  for (const other of plan.steps) {
    if (other.name === step || other.type.integer) continue
    const half = halfUnit(stepDecimals(question, other.name))
    const at = truth[other.name]?.data ?? []
    at.forEach((entry, k) => {
      const effect = value.map(() => 0)
      for (const moved of [entry - half, entry + half]) {
        const data = Float64Array.from(at.map((each, j) => (j === k ? moved : each)))
        const after = run(plan, variant, { [other.name]: { shape: other.type.shape, data } })[step]?.data ?? []
        after.forEach((x, j) => {
          effect[j] = Math.max(effect[j] ?? 0, Math.abs(x - (value[j] ?? 0)))
        })
      }
      effect.forEach((x, j) => {
        widths[j] = (widths[j] ?? 0) + x
      })
    })
  }
  return widths.map((width) => width * question.leniency)
}
