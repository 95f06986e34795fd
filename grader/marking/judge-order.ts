import { readOrder } from '../answers/order.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { AnswerField } from '../question/definition.ts'
import { shownId } from '../question/variant.ts'
import type { GradingRow } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

type OrderField = Extract<AnswerField, { kind: 'order' }>

/**
 * The longest run of lines that stand in the right order (others may stand between them), each distractor that was used
 * taking one away. One line alone is always in order and the lines as they were shown are no answer: both earn nothing.
 */
export function judgeOrder(field: OrderField, row: GradingRow, answer: RawAnswer | null): FieldGrading {
  const grading = { field: field.name, kind: field.kind, points: field.points }
  const ids = (row.variant.arrangement[field.name] ?? []).map((_authored, k) => shownId(k))
  const right = row.key.solutions[field.name] ?? []
  const broken = row.key.broken[field.name] ?? (right.length > 0 ? undefined : 'The key has no solution of this field.')
  if (answer && answer.kind !== 'order')
    return { ...grading, verdict: 'unreadable', score: 0, message: 'This field takes an order.' }
  const read = readOrder(answer?.lines ?? [], ids)
  if (!read.ok && read.reason === 'empty') return { ...grading, verdict: 'empty', score: 0 }
  if (!read.ok) return { ...grading, verdict: 'unreadable', score: 0, message: read.message }
  if (broken !== undefined) return { ...grading, verdict: 'broken', score: null, staffNote: broken }
  if (read.lines.join() === right.join()) return { ...grading, verdict: 'right', score: 1 }
  const distractors = read.lines.filter((id) => !right.includes(id)).length
  const inOrder = longestInOrder(read.lines.filter((id) => right.includes(id)).map((id) => right.indexOf(id)))
  const untouched = read.lines.join() === ids.join()
  const score = untouched || right.length < 2 ? 0 : Math.max(0, (inOrder - distractors - 1) / (right.length - 1))
  const missing = right.length - (read.lines.length - distractors)
  const message = [
    `${inOrder} of ${right.length} lines stand in the right order.`,
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'is' : 'are'} missing.`] : []),
    ...(distractors > 0 ? [`${distractors} ${distractors === 1 ? 'does' : 'do'} not belong here.`] : []),
  ].join(' ')
  return { ...grading, verdict: score > 0 ? 'partial' : 'wrong', score, message }
}

/** Length of the longest increasing subsequence. */
function longestInOrder(places: readonly number[]): number {
  const best: number[] = []
  for (const [k, place] of places.entries()) {
    best.push(1 + Math.max(0, ...best.filter((_length, before) => before < k && (places[before] ?? 0) < place)))
  }
  return Math.max(0, ...best)
}
