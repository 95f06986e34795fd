import type { RawAnswer } from '../../answers/raw-answer.ts'
import type { BatchRun, Executor, Executors } from '../../backends/executor.ts'
import { float64Executor } from '../../backends/float64.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { drawVariant } from '../../question/draw-variant.ts'
import type { Variant, VariantKey } from '../../question/variant.ts'
import { gradeBatch } from '../grade-submission.ts'
import type { FieldGrading, QuestionGrading } from '../verdict.ts'
import { keyOf } from './key.ts'

/** Executors whose second execution is float64 rounded to float32: fast, and off as a backend is. */
export function paperExecutors(): Executors {
  const float64 = float64Executor()
  return {
    float64,
    tfjs: {
      name: 'cpu',
      async run(plan, batch) {
        const run = await float64.run(plan, batch)
        const float32 = ({ shape, data }: (typeof run)[string]) => ({
          shape,
          data: Float64Array.from(Float32Array.from(data)),
        })
        return Object.fromEntries(Object.entries(run).map(([step, value]) => [step, float32(value)]))
      },
    },
    choice: { backend: 'cpu', adapter: '', ladder: [], versions: { tfjs: '', node: '' } },
  }
}

/** The same, with what the backend gives changed (or only looked at) on its way. */
export function withBackend(change: (run: BatchRun, batch: Parameters<Executor['run']>[1]) => BatchRun): Executors {
  const paper = paperExecutors()
  return {
    ...paper,
    tfjs: { name: 'cpu', run: async (plan, batch) => change(await paper.tfjs.run(plan, batch), batch) },
  }
}

/** Every value of a run moved by as much. */
export function movedBy(run: BatchRun, by: number): BatchRun {
  return Object.fromEntries(
    Object.entries(run).map(([step, { shape, data }]) => [step, { shape, data: data.map((value) => value + by) }]),
  )
}

export interface Desk {
  question: QuestionDefinition
  variant: Variant
  key: VariantKey
  grade(answers: Record<string, RawAnswer | null>): Promise<QuestionGrading>
}

/** One variant of a question with its key, ready to grade answers. */
export function desk(question: QuestionDefinition, seed: string, executors: Executors = paperExecutors()): Desk {
  const variant = drawVariant(question, seed)
  const key = keyOf(question, variant)
  return {
    question,
    variant,
    key,
    async grade(answers) {
      const [only] = await gradeBatch(question, [{ id: 'one', variant, key, answers }], executors)
      if (!only) throw new Error('nothing was graded')
      return only.grading
    },
  }
}

export function fieldOf(grading: QuestionGrading, name: string): FieldGrading {
  const field = grading.fields.find((each) => each.field === name)
  if (!field) throw new Error(`${name} was not graded`)
  return field
}

/** Verdict by field. */
export function verdicts(grading: QuestionGrading): Record<string, string> {
  return Object.fromEntries(grading.fields.map(({ field, verdict }) => [field, verdict]))
}
