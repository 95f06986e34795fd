import type { Executors } from '../backends/executor.ts'
import { gradeBatch } from '../marking/grade-submission.ts'
import type { FieldGrading } from '../marking/verdict.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import type { StoredTensor, Variant, VariantKey } from '../question/variant.ts'
import { distanceInBands } from './distance.ts'
import type { Subject } from './examination.ts'
import { type Blank, blanksOf, type Known, type TrivialSheet, trivialSheets } from './trivial-sheets.ts'

/** Answers that need no work, and which of them earn points all the same. */
export interface TrivialAnswers {
  /** answers graded, and in how many variants */
  tried: number
  variants: number
  earning: Earning[]
}

export interface Earning {
  seed: string
  field: string
  /** what was typed: `nothing`, `zeros`, `ones`, `a copy of x` … */
  typed: string
  copied: boolean
  score: number
  /**
   * Why the author means it: the alternative that says so, `always` where one number is right in every cell of every
   * variant, or `some properties` where something written has what the author gives a share for. Null where nobody does.
   */
  because: string | null
}

/** The redraw has tried every variant of a pool; here a few are looked at again. */
const mostVariants = 4

/** Grades the sheets of those who do no work, for a few variants. */
export async function tryTrivialAnswers({ definition, accepted, executors }: Subject): Promise<TrivialAnswers> {
  const some = accepted.slice(0, mostVariants)
  const { tried, earning } = await gradeTrivialSheets(definition, some, executors)
  const explained = earning.map((one) => {
    const always = one.because === null && isAlwaysAlike(definition, accepted, one.field)
    return always ? { ...one, because: 'always' } : one
  })
  return { tried, variants: some.length, earning: explained }
}

/** A cell of a copied grid may be right by luck in one variant or another; as a habit, copying must not pay. */
export const mostByLuck = 0.15

/** What earns points that no author gives: nothing, zeros and ones ever, copies on the average of the variants. */
export function trivialProblems({ earning, variants }: TrivialAnswers): string[] {
  const unmeant = earning.filter(({ because }) => because === null)
  const habits = Map.groupBy(unmeant, ({ typed, field }) => `${capital(typed)} earns at ${field}`)
  return [...habits].flatMap(([what, cases]) => {
    const average = cases.reduce((sum, { score }) => sum + score, 0) / variants
    const [first] = cases
    if (first?.copied && (average <= mostByLuck || cases.length === 1)) return []
    return [`${what} ${Math.round(100 * average)} % on average, in ${first?.seed} for one.`]
  })
}

type Keyed = { variant: Variant; key: VariantKey }

/** All sheets of all variants, graded in one batch as those of students are. */
export async function gradeTrivialSheets(
  definition: QuestionDefinition,
  keyed: readonly Keyed[],
  executors: Executors,
  known?: Known,
): Promise<{ tried: number; earning: Earning[] }> {
  const found: { tried: number; earning: Earning[] } = { tried: 0, earning: [] }
  const rows = keyed.flatMap((one, k) =>
    trivialSheets(definition, one, known).map((sheet, s) => {
      return { id: `${k} ${s}`, ...one, answers: sheet.answers, sheet }
    }),
  )
  const graded = new Map((await gradeBatch(definition, rows, executors)).map(({ id, grading }) => [id, grading]))
  for (const { id, variant, key, sheet, answers } of rows) {
    for (const grading of graded.get(id)?.fields ?? []) {
      const { field, score } = grading
      if (answers[field] || sheet.typed === 'nothing') found.tried += 1
      if (score === null || !(score > 0)) continue
      const because = reasonFor(definition, key, grading, sheet)
      found.earning.push({ seed: variant.seed, field, typed: sheet.typed, copied: sheet.copied, score, because })
    }
  }
  return found
}

/** Points that the author gives on purpose. */
function reasonFor(
  definition: QuestionDefinition,
  key: VariantKey,
  grading: FieldGrading,
  sheet: TrivialSheet,
): string | null {
  const { field: name, named, parsed, verdict } = grading
  const blank = blanksOf(definition, key).find(({ field }) => field.name === name)
  if (blank?.open) {
    if (verdict === 'mistake' && named) return named.id
    return sheet.written && verdict === 'partial' ? 'some properties' : null
  }
  const explains = blank && parsed ? authored(definition, key, blank, parsed) : []
  return explains.length > 0 ? explains.join(', ') : null
}

function authored(definition: QuestionDefinition, key: VariantKey, { field }: Blank, typed: StoredTensor): string[] {
  const paid = definition.alternatives.filter(({ automatic, earns }) => !automatic && earns > 0)
  return paid.flatMap(({ id }) => {
    const value = key.alternatives[id]?.[field.name]
    const bands = key.alternativeBands?.[id]?.[field.name] ?? key.bands[field.name] ?? []
    return value && distanceInBands(value, typed, bands) <= 1 ? [id] : []
  })
}

function isAlwaysAlike(definition: QuestionDefinition, accepted: readonly Keyed[], field: string): boolean {
  return accepted.every(({ key }) => {
    const blank = blanksOf(definition, key).find((one) => one.field.name === field && !one.open)
    const data = blank?.truth.data ?? []
    return data.length > 1 && data.every((value) => Math.abs(value - (data[0] ?? 0)) < 1e-9)
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
