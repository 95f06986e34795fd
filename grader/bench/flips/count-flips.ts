import { makePool } from '../../audit/make-pool.ts'
import type { BackendName, Executor, Executors } from '../../backends/executor.ts'
import { float64Executor } from '../../backends/float64.ts'
import { type GradingRow, gradeBatch } from '../../marking/grade-submission.ts'
import type { QuestionGrading } from '../../marking/verdict.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { randomFrom } from '../../question/random.ts'
import { canonicalJson } from '../../receipt/canonical-json.ts'
import { outputsOf } from '../../receipt/outputs.ts'
import { randomAnswers } from './random-answers.ts'

export interface BackendFlips {
  backend: Executor['name']
  /** answers whose verdict or score is another than on float64 */
  flips: number
  /** answers that differ in anything else that a student is told */
  others: number
  /** the first few, in words */
  found: string[]
}

export interface QuestionFlips {
  question: string
  sheets: number
  answers: number
  /** how often each verdict was given: that there were close calls to flip */
  verdicts: Record<string, number>
  backends: BackendFlips[]
}

export interface FlipOptions {
  sheets: number
  variants: number
  backends: readonly Executor[]
}

const shown = 5
const atOnce = 250

/** Grades the same random sheets of a question on every backend, and with float64 in the place of the backend. */
export async function countFlips(question: QuestionDefinition, options: FlipOptions): Promise<QuestionFlips> {
  const float64 = executorsOf(float64Executor())
  const pool = await makePool(question, { count: options.variants, seedPrefix: 'flips', executors: float64 })
  if (pool.accepted.length === 0) throw new Error(`${question.slug} has no variant.`)
  const random = randomFrom(`flips ${question.slug}`)
  const rows = Array.from({ length: options.sheets }, (_, k): GradingRow => {
    const drawn = pool.accepted[k % pool.accepted.length] as (typeof pool.accepted)[number]
    return { id: String(k), ...drawn, answers: randomAnswers(question, drawn, random) }
  })
  const truth = await gradeAll(question, rows, float64)
  const verdicts: Record<string, number> = {}
  for (const { fields } of truth) for (const { verdict } of fields) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const backends: BackendFlips[] = []
  for (const executor of options.backends) {
    backends.push(compare(executor.name, rows, truth, await gradeAll(question, rows, executorsOf(executor))))
  }
  return {
    question: question.slug,
    sheets: rows.length,
    answers: rows.length * question.answers.length,
    verdicts,
    backends,
  }
}

async function gradeAll(question: QuestionDefinition, rows: readonly GradingRow[], executors: Executors) {
  const gradings: QuestionGrading[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const graded = await gradeBatch(question, rows.slice(from, from + atOnce), executors)
    gradings.push(...graded.map(({ grading }) => grading))
  }
  return gradings
}

function executorsOf(tfjs: Executor): Executors {
  // a layer table needs a backend of tfjs in any case
  const backend: BackendName = tfjs.name === 'float64' ? 'cpu' : tfjs.name
  return {
    float64: float64Executor(),
    tfjs,
    choice: { backend, adapter: '', ladder: [], versions: { tfjs: '', node: '' } },
  }
}

function compare(
  backend: Executor['name'],
  rows: readonly GradingRow[],
  truth: readonly QuestionGrading[],
  graded: readonly QuestionGrading[],
): BackendFlips {
  const result: BackendFlips = { backend, flips: 0, others: 0, found: [] }
  for (const [k, grading] of graded.entries()) {
    const [expected, found] = [outputsOf(truth[k] as QuestionGrading), outputsOf(grading)]
    if (canonicalJson(expected) === canonicalJson(found)) continue
    for (const [at, field] of found.fields.entries()) {
      const other = expected.fields[at]
      if (canonicalJson(other) === canonicalJson(field)) continue
      const flipped = other?.verdict !== field.verdict || other.score !== field.score
      if (flipped) result.flips++
      else result.others++
      const row = rows[k] as GradingRow
      const told = `${row.variant.seed} ${field.field}: ${other?.verdict} ${other?.score} → ${field.verdict} ${field.score}`
      const note = grading.fields[at]?.staffNote ?? ''
      if (result.found.length < shown) result.found.push(`${told} ${note} ${JSON.stringify(row.answers[field.field])}`)
    }
    if (canonicalJson({ ...expected, fields: [] }) !== canonicalJson({ ...found, fields: [] })) result.others++
  }
  return result
}
