import type { Alternative } from '../question/definition.ts'
import type { JudgedField } from '../question/fields.ts'
import type { StoredTensor } from '../question/variant.ts'
import { distanceFrom } from './distance.ts'
import { type Asked, type Explanation, explain } from './naming.ts'
import { cellsWithin, partialShare } from './partial-credit.ts'
import { isComplete, type Reading } from './reading.ts'
import { isTrivial } from './trivial.ts'
import type { CellVerdict, FieldGrading, Slip, Verdict } from './verdict.ts'
import { wrongMessage } from './wrong-message.ts'

/** All that is known about one computed field of one student when it is judged. */
export interface Facts {
  field: JudgedField
  reading: Reading
  truth: StoredTensor
  bands: readonly number[]
  /** why it must not be scored */
  broken: string | null
  /** what the student's own earlier answers lead to; null where there are none or they must not be used */
  through: StoredTensor | null
  /** its follow-through was refused because an earlier wrong value made it trivial */
  cheap: boolean
  /** a parameter as it was given: what happens to be right in it earns nothing */
  copied: boolean
  /** what a wrong answer may be explained from */
  asked: () => Asked
}

const trivialised =
  'This follows from an earlier wrong answer that made it trivial, so it earns no points for following.'

/** The verdict on one computed field: the rules of a grading in their order. */
export function judgeComputed(facts: Facts): FieldGrading {
  const { field, reading, truth, bands, through } = facts
  if (reading.state === 'empty') return graded(facts, 'empty', 0)
  if (reading.state === 'unreadable') return graded(facts, 'unreadable', 0)
  if (facts.broken !== null) return { ...graded(facts, 'broken', null), staffNote: facts.broken }
  const complete = isComplete(reading)
  if (complete && distanceFrom(reading, truth, bands) <= 1) return graded(facts, 'right', 1)
  const explanation = explain(facts.asked())
  const named = explanation?.named?.alternative ?? null
  const convention = named?.kind === 'convention' && complete ? named.earns : 0
  const follows = complete && through !== null && distanceFrom(reading, through, bands) <= 1
  if (follows && convention < 1) return { ...graded(facts, 'through', 1), through: through as StoredTensor }
  // one number in every cell but a blank, where what would tell it from a mistake is just the blank
  const evasive = !complete && isTrivial(facts)
  if (explanation && mostlyFilled(reading) && !evasive) return explained(facts, explanation)
  if (field.kind !== 'tensor') return graded(facts, 'wrong', 0)
  const score = partialScore(facts)
  return graded(facts, score > 0 ? 'partial' : 'wrong', score)
}

function explained(facts: Facts, { named, earns }: Explanation): FieldGrading {
  const filled = facts.reading.cells.filter((cell) => cell === 'filled').length
  const score = (earns * filled) / Math.max(1, facts.reading.cells.length)
  if (!named) return graded(facts, score > 0 ? 'partial' : 'wrong', score)
  const slips = (named.parts ?? [named.alternative]).map((part) => slipOf(facts.field, part))
  const { id, says, kind } = (named.parts ?? [named.alternative])[0]
  return { ...graded(facts, named.alternative.kind, score), named: { id, says, kind }, explained: slips }
}

function slipOf(field: JudgedField, { id, says, kind, steps }: Alternative): Slip {
  return { field: field.name, step: steps[0]?.name ?? field.step, id, says, kind }
}

function partialScore({ reading, truth, through, bands, copied }: Facts): number {
  if (copied) return 0
  const right = cellsWithin(reading, truth, bands)
  if (!through) return partialShare(reading, right, truth, bands)
  const followed = cellsWithin(reading, through, bands)
  const either = right.map((cell, k) => cell || followed[k] === true)
  // what is trivial for either of the two values must not pay
  return Math.min(partialShare(reading, either, truth, bands), partialShare(reading, either, through, bands))
}

function mostlyFilled(reading: Reading): boolean {
  return reading.cells.filter((cell) => cell === 'filled').length * 2 > reading.cells.length
}

function graded(facts: Facts, verdict: Verdict, score: number | null): FieldGrading {
  const { field, reading } = facts
  const grading: FieldGrading = { field: field.name, kind: field.kind, verdict, score, points: field.points }
  if (field.kind === 'tensor' && reading.cells.length > 0 && verdict !== 'broken') grading.cells = cellVerdicts(facts)
  const message =
    reading.message ??
    (facts.cheap ? trivialised : null) ??
    (verdict === 'wrong' || verdict === 'partial' ? wrongMessage(facts) : null)
  if (message) grading.message = message
  if (isComplete(reading) && reading.values.every(Number.isFinite)) {
    grading.parsed = { shape: reading.shape, data: reading.values }
  }
  if (facts.cheap) grading.cheap = true
  return grading
}

function cellVerdicts({ reading, truth, through, bands }: Facts): CellVerdict[] {
  const right = cellsWithin(reading, truth, bands)
  const followed = through ? cellsWithin(reading, through, bands) : []
  return reading.cells.map((cell, k) => {
    if (cell !== 'filled') return cell
    return right[k] ? 'right' : followed[k] ? 'through' : 'wrong'
  })
}
