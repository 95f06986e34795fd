import type { RawAnswer } from '../answers/raw-answer.ts'
import { gradeBatch } from '../marking/grade-submission.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import type { StoredTensor, Variant, VariantKey } from '../question/variant.ts'
import { distanceInBands } from './distance.ts'
import type { Subject } from './examination.ts'

/** Answers that need no work, and which of them earn points all the same. */
export interface TrivialAnswers {
  /** answers graded, and in how many variants */
  tried: number
  variants: number
  earning: {
    seed: string
    field: string
    /** what was typed: `nothing`, `zeros`, `ones` or `a copy of x` */
    typed: string
    copied: boolean
    score: number
    /** the author's alternative that says so, or `always` where one number is right in every cell of every variant */
    because: string | null
  }[]
}

interface Sheet {
  typed: string
  copied: boolean
  /** what is typed into a field; null leaves it blank */
  value(field: JudgedField, truth: StoredTensor): readonly number[] | null
}

const mostVariants = 12

/** Grades blank sheets, zeros, ones, and every drawn parameter copied into every blank that it fits. */
export async function tryTrivialAnswers({ definition, accepted, executors }: Subject): Promise<TrivialAnswers> {
  const some = accepted.slice(0, mostVariants)
  const found: TrivialAnswers = { tried: 0, variants: some.length, earning: [] }
  const sheets = some.flatMap(({ variant, key }, k) =>
    sheetsFor(definition, variant).map((sheet, s) => ({ id: `${k} ${s}`, variant, key, sheet })),
  )
  const rows = sheets.map(({ id, variant, key, sheet }) => ({
    id,
    variant,
    key,
    answers: answersOf(definition, key, sheet),
  }))
  const graded = new Map((await gradeBatch(definition, rows, executors)).map(({ id, grading }) => [id, grading]))
  for (const { id, variant, key, sheet } of sheets) {
    for (const { field, score } of graded.get(id)?.fields ?? []) {
      found.tried += 1
      if (score === null || !(score > 0)) continue
      const because = reasonFor(definition, accepted, key, field, sheet)
      found.earning.push({ seed: variant.seed, field, typed: sheet.typed, copied: sheet.copied, score, because })
    }
  }
  return found
}

/** A cell of a copied grid may be right by luck in one variant or another; as a habit, copying must not pay. */
const mostByLuck = 0.15

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

function sheetsFor(definition: QuestionDefinition, variant: Variant): Sheet[] {
  const all = (typed: string, c: number): Sheet => ({
    typed,
    copied: false,
    value: (_field, truth) => truth.data.map(() => c),
  })
  const copies = definition.parameters.flatMap(({ name }): Sheet[] => {
    const given = variant.params[name]
    if (!given) return []
    const fits = (truth: StoredTensor) => given.data.length === truth.data.length
    return [{ typed: `a copy of ${name}`, copied: true, value: (_field, truth) => (fits(truth) ? given.data : null) }]
  })
  return [{ typed: 'nothing', copied: false, value: () => null }, all('zeros', 0), all('ones', 1), ...copies]
}

function answersOf(definition: QuestionDefinition, key: VariantKey, sheet: Sheet): Record<string, RawAnswer> {
  const answers: Record<string, RawAnswer> = {}
  for (const field of judgedFields(definition)) {
    const truth = key.expected[field.step]
    const values = truth && sheet.value(field, truth)
    if (!truth || !values) continue
    const cells = values.map(String)
    if (field.kind === 'number') answers[field.name] = { kind: 'number', text: cells[0] ?? '' }
    else if (field.kind === 'shape') answers[field.name] = { kind: 'shape', text: cells.join(' × ') }
    else answers[field.name] = { kind: 'tensor', shape: truth.shape, cells }
  }
  return answers
}

/** Points that the author gives on purpose. */
function reasonFor(
  definition: QuestionDefinition,
  accepted: Subject['accepted'],
  key: VariantKey,
  name: string,
  sheet: Sheet,
): string | null {
  const field = judgedFields(definition).find((one) => one.name === name)
  const truth = key.expected[field?.step ?? '']
  const data = field && truth && sheet.value(field, truth)
  if (!field || !truth || !data) return null
  const typed = { shape: truth.shape, data: [...data] }
  const authored = definition.alternatives.filter(({ automatic, earns }) => !automatic && earns > 0)
  const explains = authored.filter(({ id }) => {
    const value = key.alternatives[id]?.[name]
    return value && distanceInBands(value, typed, key.alternativeBands?.[id]?.[name] ?? key.bands[name] ?? []) <= 1
  })
  if (explains.length > 0) return explains.map(({ id }) => id).join(', ')
  return isAlwaysAlike(accepted, field) ? 'always' : null
}

function isAlwaysAlike(accepted: Subject['accepted'], { step }: JudgedField): boolean {
  return accepted.every(({ key }) => {
    const data = key.expected[step]?.data ?? []
    return data.length > 1 && data.every((value) => Math.abs(value - (data[0] ?? 0)) < 1e-9)
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
