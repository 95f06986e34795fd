import { halfUnit } from '../question/fields.ts'
import type { PropertyField } from '../question/property-program.ts'
import { floatNoise } from './distance.ts'
import { allHold, type Outcome } from './property/outcome.ts'
import { propertyScore } from './property/score.ts'
import { isComplete, type Reading } from './reading.ts'
import type { CellVerdict, FieldGrading, Verdict } from './verdict.ts'

/** All that was executed for one answer to a property field. */
export interface PropertyFacts {
  field: PropertyField
  reading: Reading
  /** why it must not be scored */
  broken: string | null
  /** null where nothing could be read or executed */
  outcome: Outcome | null
  /** what zeros, or the number that fills the grid, come to */
  trivial: Outcome[]
  /** what the answer comes to with the student's own earlier values; null where there are none or they must not be used */
  through: Outcome | null
  /** the own earlier values make a trivial answer right */
  cheap: boolean
  /** the values of the field's mistakes, by id */
  mistakes: ReadonlyMap<string, readonly number[]>
}

const uncertified = 'What must hold of this answer does not come out the same in both executions.'
const tooLarge = 'A number of this answer is too large to be worked with to the decimals that were asked for.'
const trivialised = 'This follows from an earlier answer that made it trivial, so it earns no points for following.'

/** The verdict on one property field: right if every property holds, of the truth or of the student's own values. */
export function judgeProperty(facts: PropertyFacts): FieldGrading {
  const { field, reading, outcome, through } = facts
  if (reading.state !== 'read') return graded(facts, reading.state, 0)
  if (facts.broken === null && reading.values.some((value) => isTooLarge(field, value))) {
    return { ...graded(facts, 'wrong', 0), message: tooLarge }
  }
  if (!outcome) return held(facts, facts.broken ?? 'It was not executed.')
  if (!outcome.certain) return held(facts, uncertified)
  const complete = isComplete(reading)
  if (complete && allHold(outcome)) return graded(facts, 'right', 1)
  if (complete && through && allHold(through))
    return through.certain ? graded(facts, 'through', 1) : held(facts, uncertified)
  const shares = field.holds.map(({ share }) => share)
  // a blank cell of which nothing is said costs itself
  const score = allHold(outcome) ? filledShare(reading) : propertyScore(outcome, facts.trivial, shares)
  const mistake = field.mistakes.find(({ id }) => matches(facts, facts.mistakes.get(id)))
  if (!mistake) return graded(facts, score > 0 ? 'partial' : 'wrong', score)
  const { id, says, earns } = mistake
  return { ...graded(facts, 'mistake', earns ?? score), named: { id, says, kind: 'mistake' } }
}

/** Beyond this a number has no such decimals any more; neither execution could tell it from its neighbours. */
export function isTooLarge({ decimals }: PropertyField, value: number): boolean {
  return Math.abs(value) >= 2 ** 53 / 10 ** decimals
}

function held(facts: PropertyFacts, staffNote: string): FieldGrading {
  return { ...graded(facts, 'broken', null), staffNote }
}

function filledShare({ cells }: Reading): number {
  return cells.filter((cell) => cell === 'filled').length / cells.length
}

/** Every cell is the mistake's, rounded to the decimals asked for. */
function matches({ field, reading }: PropertyFacts, value: readonly number[] | undefined): boolean {
  if (!value || !isComplete(reading) || value.length !== reading.values.length) return false
  const half = field.decimals === 0 ? 0 : halfUnit(field.decimals)
  return value.every((entry, k) => Math.abs(entry - (reading.values[k] ?? Number.NaN)) <= half + floatNoise(entry))
}

function graded(facts: PropertyFacts, verdict: Verdict, score: number | null): FieldGrading {
  const { field, reading, outcome } = facts
  const { name, kind, points } = field
  const holds = verdict === 'through' ? facts.through?.holds : outcome?.holds
  const judged = verdict !== 'broken' && verdict !== 'empty' && verdict !== 'unreadable'
  const properties = field.holds.map(({ says, share }, k) => ({
    says,
    held: judged ? (holds?.[k] ?? null) : null,
    share,
  }))
  const grading: FieldGrading = { field: name, kind, verdict, score, points, properties }
  const message = reading.message ?? (facts.cheap ? trivialised : null)
  if (message) grading.message = message
  if (reading.cells.length > 1 && judged) grading.cells = cellVerdicts(facts, verdict)
  if (isComplete(reading) && reading.values.every(Number.isFinite)) {
    grading.parsed = { shape: reading.shape, data: reading.values }
  }
  if (facts.cheap) grading.cheap = true
  return grading
}

/** A cell is wrong if what fails depends on it; where nothing can be told apart, all of them are. */
function cellVerdicts({ field, reading, outcome }: PropertyFacts, verdict: Verdict): CellVerdict[] {
  const blamed = verdict === 'through' ? new Set<number>() : (outcome?.blamed() ?? new Set<number>())
  const failed = outcome?.holds.includes(false) ?? false
  const fine = verdict === 'through' ? 'through' : 'right'
  return reading.cells.map((cell, k) => {
    if (cell !== 'filled') return cell
    if (isTooLarge(field, reading.values[k] ?? 0)) return 'wrong'
    if (verdict === 'through' || !failed) return fine
    return blamed.has(k) || blamed.size === 0 ? 'wrong' : 'right'
  })
}
