import type { FieldGrading, QuestionGrading } from '../../marking/verdict.ts'
import type { Planted, Truth } from './planted-slips.ts'

/** Whether a grading says of every box what was planted there, and nothing else, and lists just the slips that were. */
export function isRecovered(grading: QuestionGrading, { boxes }: Truth): boolean {
  const judged = grading.fields.filter(({ kind }) => kind === 'number' || kind === 'shape' || kind === 'tensor')
  const exact = judged.every((field) => sameLabel(labelOf(field), boxes.get(field.field)))
  const ids = new Set([...boxes.values()].flatMap((planted) => planted.ids))
  const unknown = [...boxes.values()].filter(({ arithmetic }) => arithmetic).length
  const listed = grading.slips ?? []
  const sameIds = listed.filter(({ id }) => id !== undefined).length === ids.size
  return (
    exact &&
    sameIds &&
    listed.every(({ id }) => id === undefined || ids.has(id)) &&
    listed.filter(({ id }) => id === undefined).length === unknown
  )
}

/** What a grading says came in at a box: nothing, names, or something that it does not recognise. */
export function labelOf(field: FieldGrading): Planted | null {
  const names = field.explained?.flatMap(({ id }) => id ?? []) ?? (field.named ? [field.named.id] : [])
  if (names.length > 0) return { ids: names.toSorted(), arithmetic: field.explained?.some(({ id }) => !id) ?? false }
  const wrong = field.verdict === 'wrong' || field.verdict === 'partial'
  return wrong && !field.cheap ? { ids: [], arithmetic: true } : null
}

function sameLabel(found: Planted | null, planted: Planted | undefined): boolean {
  if (!found || !planted) return !found && !planted
  return found.ids.join() === planted.ids.join() && found.arithmetic === planted.arithmetic
}
