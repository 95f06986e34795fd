import type { RawAnswer } from '../answers/raw-answer.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { upstreamSteps } from '../question/dependencies.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import type { StoredTensor, Variant, VariantKey } from '../question/variant.ts'
import { isCopied } from './copied.ts'
import type { Candidate, Tried } from './naming.ts'
import { type Reading, readComputed } from './reading.ts'
import type { FieldGrading } from './verdict.ts'

/** One submission of one question, as it comes from the store. Answers are by field name; a missing one is blank. */
export interface GradingRow {
  id: string
  variant: Variant
  key: VariantKey
  answers: Readonly<Record<string, RawAnswer | null>>
}

/** What is found out about a computed field before and while it is judged. */
export interface Findings {
  reading: Reading
  truth: StoredTensor
  bands: readonly number[]
  broken: string | null
  through: StoredTensor | null
  /** a follow-through value on which the two executions do not agree */
  doubtful: StoredTensor | null
  cheap: boolean
  /** the student typed a parameter as it was given: its cells that happen to be right are no work */
  copied: boolean
  candidates: Candidate[]
  tried: Tried
}

/** One student's row while it is graded. */
export interface Sheet {
  row: GradingRow
  findings: Map<string, Findings>
  gradings: Map<string, FieldGrading>
}

export function openSheet(question: QuestionDefinition, row: GradingRow): Sheet {
  const findings = new Map(judgedFields(question).map((field) => [field.name, openFindings(question, row, field)]))
  return { row, findings, gradings: new Map() }
}

function openFindings(
  question: QuestionDefinition,
  { variant, key, answers }: GradingRow,
  field: JudgedField,
): Findings {
  const truth = key.expected[field.step] ?? { shape: [], data: [Number.NaN] }
  const { candidates, tried } = inKey(question, key, field)
  const missing = key.expected[field.step] ? null : `The key has no value of ${field.step}.`
  const reading = readComputed(field, answers[field.name] ?? null, truth.shape)
  return {
    reading,
    truth,
    bands: key.bands[field.name] ?? truth.data.map(() => 0),
    broken: key.broken[field.name] ?? key.broken[field.step] ?? missing,
    through: null,
    doubtful: null,
    cheap: false,
    copied: isCopied(reading, variant),
    candidates: [...candidates],
    tried: { ...tried },
  }
}

type InKey = Pick<Findings, 'candidates' | 'tried'>

const inKeys = new WeakMap<VariantKey, Map<string, InKey>>()

/** The alternatives that the key of a variant has for a field: the same for everybody who has the variant. */
function inKey(question: QuestionDefinition, key: VariantKey, { name }: JudgedField): InKey {
  const ofKey = inKeys.get(key) ?? new Map<string, InKey>()
  inKeys.set(key, ofKey)
  const at = `${question.version} ${name}`
  const known = ofKey.get(at)
  if (known) return known
  const candidates = question.alternatives.flatMap((alternative): Candidate[] => {
    const value = key.alternatives[alternative.id]?.[name]
    const own = key.alternativeBands?.[alternative.id]?.[name]
    return value ? [{ alternative, value, ...(own ? { bands: own } : {}) }] : []
  })
  const automatic = candidates.filter(({ alternative }) => alternative.automatic).length
  const found = { candidates, tried: { authored: candidates.length - automatic, automatic, pairs: 0 } }
  ofKey.set(at, found)
  return found
}

const upstream = new WeakMap<QuestionDefinition, Map<string, JudgedField[]>>()

/** The judged fields that each judged field follows from, directly or not, in the file's order. */
export function upstreamFields(question: QuestionDefinition): ReadonlyMap<string, JudgedField[]> {
  const known = upstream.get(question)
  if (known) return known
  const fields = judgedFields(question)
  const found = new Map(
    fields.map((field) => {
      const steps = upstreamSteps(question.reference, field.step)
      return [field.name, fields.filter((other) => steps.includes(other.step))]
    }),
  )
  upstream.set(question, found)
  return found
}
