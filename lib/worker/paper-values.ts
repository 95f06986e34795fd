import type { BatchTensor, Executor } from '../../grader/backends/executor.ts'
import type { Expression } from '../../grader/language/ast.ts'
import { compile } from '../../grader/language/compile.ts'
import { parseText } from '../../grader/language/parse-text.ts'
import type { TensorType } from '../../grader/language/types.ts'
import { operations } from '../../grader/operations/library.ts'
import type { Figure, QuestionDefinition } from '../../grader/question/definition.ts'
import type { StoredTensor, Variant, VariantKey } from '../../grader/question/variant.ts'
import type { PaperValues } from '../questions/render/computed-values.ts'
import { printedExpressions } from '../questions/render/printed-texts.ts'

const pointsOfACurve = 160

/**
 * Computes what a variant's paper prints (the expressions in double braces, the curves of plots, the cells of grids)
 * by the float64 executor over the variant's parameters and steps.
 * @throws Error where an expression does not compile: the check of the file refuses it before a variant is made
 */
export async function paperValues(
  definition: QuestionDefinition,
  variant: Variant,
  key: VariantKey,
  executor: Executor,
): Promise<PaperValues> {
  const known = { ...key.expected, ...variant.params }
  const templates: Record<string, StoredTensor> = {}
  for (const source of printedExpressions(definition)) {
    templates[source] = known[source] ?? (await evaluate(parsed(source), known, executor))
  }
  const curves: Record<string, { x: number; y: number }[]> = {}
  const grids: Record<string, { value: StoredTensor; window: number | null }> = {}
  for (const figure of definition.figures) {
    if (figure.kind === 'plot') curves[figure.name] = await curve(figure, known, executor)
    if (figure.kind === 'grid') {
      const window = figure.window && (await evaluate(figure.window, known, executor)).data[0]
      grids[figure.name] = { value: await evaluate(figure.value, known, executor), window: window ?? null }
    }
  }
  return { templates, curves, grids }
}

function parsed(source: string): Expression {
  const read = parseText(source)
  if (!read.ok) throw new Error(`{{${source}}}: ${read.problem.message}`)
  return read.value
}

type Known = Readonly<Record<string, StoredTensor>>

async function evaluate(expression: Expression, known: Known, executor: Executor): Promise<StoredTensor> {
  const value = await run(expression, known, executor, 1, {})
  return { shape: [...value.shape], data: [...value.data] }
}

/** Points at equal distances; at whole numbers where the range is one of few whole steps. */
async function curve(
  figure: Extract<Figure, { kind: 'plot' }>,
  known: Known,
  executor: Executor,
): Promise<{ x: number; y: number }[]> {
  const [from = 0] = (await evaluate(figure.from, known, executor)).data
  const [to = 1] = (await evaluate(figure.to, known, executor)).data
  const steps = pointsOfACurve - 1
  const xs = Float64Array.from({ length: pointsOfACurve }, (_, k) => from + ((to - from) * k) / steps)
  const ys = await run(figure.curve, known, executor, xs.length, { [figure.variable]: { shape: [], data: xs } })
  return [...xs].map((x, k) => ({ x, y: ys.data[k] ?? Number.NaN }))
}

async function run(
  expression: Expression,
  known: Known,
  executor: Executor,
  rows: number,
  variables: Readonly<Record<string, BatchTensor>>,
): Promise<BatchTensor> {
  const types: Record<string, TensorType> = {}
  const statics: Record<string, number> = {}
  const values: Record<string, BatchTensor> = {}
  for (const [name, value] of Object.entries(known)) {
    const integer = value.data.every(Number.isSafeInteger)
    types[name] = { shape: value.shape, integer }
    values[name] = { shape: value.shape, data: Float64Array.from(value.data) }
    if (integer && value.shape.length === 0) statics[name] = value.data[0] ?? 0
  }
  for (const [name, value] of Object.entries(variables)) {
    types[name] = { shape: value.shape, integer: false }
    values[name] = value
    delete statics[name]
  }
  const compiled = compile({ parameters: types, statics, steps: [{ name: 'printed value', expression }] }, operations)
  if (!compiled.ok) throw new Error(compiled.problems.map(({ problem }) => problem.message).join(' '))
  const result = (await executor.run(compiled.plan, { rows, parameters: values }))['printed value']
  if (!result) throw new Error('the executor returned no value')
  return result
}
