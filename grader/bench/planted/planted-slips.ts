import { bandAt } from '../../marking/distance.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { stepReads, upstreamSteps } from '../../question/dependencies.ts'
import { type JudgedField, judgedFields } from '../../question/fields.ts'
import type { StoredTensor, Variant, VariantKey } from '../../question/variant.ts'
import { planWith, recomputed, type Sheet, type Student } from './student.ts'

/** What an ideal marker would say of one box. */
export interface Planted {
  /** alternatives that come in at this box, sorted */
  ids: string[]
  /** arithmetic went wrong here, or in a step before it that nobody asks for */
  arithmetic: boolean
}

export interface Truth {
  boxes: Map<string, Planted>
  firstWrongStep: string | null
  /** every slip of the student shows in some box by more than its band */
  allSeen: boolean
}

/**
 * Where the slips of a student come in: the boxes that neither the truth nor the student's own earlier boxes lead to
 * within the band, and which slips lie between those boxes and this one. Worked out from what was planted, one student
 * at a time, by nothing that the marking uses to find it.
 */
export function truthOf(
  question: QuestionDefinition,
  { variant, key }: { variant: Variant; key: VariantKey },
  student: Student,
  sheet: Sheet,
): Truth {
  const boxes = new Map<string, Planted>()
  for (const field of judgedFields(question)) {
    const own = sheet.values[field.step]!
    const bands = key.bands[field.name] ?? []
    if (within(own, key.expected[field.step]!, bands)) continue
    if (within(own, followed(question, variant, key, field, sheet), bands)) continue
    const between = stepsBetween(question, key, field, sheet)
    const ids = student.alternatives.filter(
      ({ id, steps, automatic }) =>
        // the key of an automatic slip holds only the boxes where it shows first
        (automatic || key.alternatives[id]?.[field.name]) && steps.some(({ name }) => between.has(name)),
    )
    const arithmetic = student.wrongEntries.some(({ step }) => between.has(step))
    if (ids.length > 0 || arithmetic) boxes.set(field.name, { ids: ids.map(({ id }) => id).sort(), arithmetic })
  }
  const seen = new Set([...boxes.values()].flatMap(({ ids }) => ids))
  const shown = student.wrongEntries.every(({ step }) =>
    judgedFields(question).some(
      (field) => boxes.has(field.name) && stepsBetween(question, key, field, sheet).has(step),
    ),
  )
  const allSeen = shown && student.alternatives.every(({ id }) => seen.has(id))
  return { boxes, firstWrongStep: firstWrong(question, boxes), allSeen }
}

function followed(
  question: QuestionDefinition,
  variant: Variant,
  key: VariantKey,
  field: JudgedField,
  sheet: Sheet,
): StoredTensor {
  const own = ownBoxes(question, key, field, sheet)
  const given = Object.fromEntries(own.map(({ step }) => [step, sheet.values[step]!]))
  const { shape } = key.expected[field.step]!
  return { shape, data: recomputed(planWith(question, variant, []), variant, given, field.step) }
}

/** The boxes whose own value the field is judged from: those that have the right shape. */
function ownBoxes(question: QuestionDefinition, key: VariantKey, field: JudgedField, sheet: Sheet): JudgedField[] {
  return judgedFields(question).filter(
    ({ name, step }) =>
      field.after.includes(name) && sheet.values[step]!.shape.join() === key.expected[step]!.shape.join(),
  )
}

/** The step of a field and those before it as far back as the nearest boxes, these left out. */
function stepsBetween(question: QuestionDefinition, key: VariantKey, field: JudgedField, sheet: Sheet): Set<string> {
  const boxed = new Set(ownBoxes(question, key, field, sheet).map(({ step }) => step))
  const reads = stepReads(question.reference)
  const found = new Set([field.step])
  for (const step of found) for (const before of reads.get(step) ?? []) if (!boxed.has(before)) found.add(before)
  return found
}

function within(own: StoredTensor, value: StoredTensor, bands: readonly number[]): boolean {
  return (
    own.shape.join() === value.shape.join() &&
    own.data.every((x, k) => Math.abs(x - value.data[k]!) <= bandAt(bands, k, value.data.length) + 1e-9)
  )
}

/** The first box in the file's order that is wrong while none before it is; a convention that costs nothing is not wrong. */
function firstWrong(question: QuestionDefinition, boxes: ReadonlyMap<string, Planted>): string | null {
  const free = (id: string) => question.alternatives.some((each) => each.id === id && each.earns >= 1)
  const wrong = judgedFields(question).filter(({ name }) => {
    const planted = boxes.get(name)
    return planted && (planted.arithmetic || !planted.ids.every(free))
  })
  const first = wrong.find(({ step }) => {
    const before = upstreamSteps(question.reference, step)
    return !wrong.some((other) => before.includes(other.step))
  })
  return first?.step ?? null
}
