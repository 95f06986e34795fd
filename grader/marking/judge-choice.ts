import { readChoice } from '../answers/choice.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { AnswerField } from '../question/definition.ts'
import { shownId } from '../question/variant.ts'
import type { GradingRow } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

type ChoiceField = Extract<AnswerField, { kind: 'choice' }>

/**
 * One option: right or wrong. Many: the share of the right options chosen less the share of the wrong ones chosen, never
 * below 0, so that choosing everything earns nothing.
 */
export function judgeChoice(field: ChoiceField, row: GradingRow, answer: RawAnswer | null): FieldGrading {
  const grading = { field: field.name, kind: field.kind, points: field.points }
  const arrangement = row.variant.arrangement[field.name] ?? []
  const ids = arrangement.map((_authored, k) => shownId(k))
  const right = row.key.solutions[field.name] ?? []
  const broken = row.key.broken[field.name] ?? (right.length > 0 ? undefined : 'The key has no solution of this field.')
  if (answer && answer.kind !== 'choice')
    return { ...grading, verdict: 'unreadable', score: 0, message: 'This field takes a choice.' }
  const read = readChoice(answer?.chosen ?? [], ids, field.many)
  if (!read.ok && read.reason === 'empty') return { ...grading, verdict: 'empty', score: 0 }
  if (!read.ok) return { ...grading, verdict: 'unreadable', score: 0, message: read.message }
  if (broken !== undefined) return { ...grading, verdict: 'broken', score: null, staffNote: broken }
  const hits = read.chosen.filter((id) => right.includes(id)).length
  const misses = read.chosen.length - hits
  const others = ids.length - right.length
  const score = Math.max(0, hits / right.length - (others > 0 ? misses / others : 0))
  const authored = [...field.right, ...field.others]
  const says = read.chosen
    .filter((id) => !right.includes(id))
    .map((id) => authored[arrangement[ids.indexOf(id)] ?? -1]?.says)
    .filter((text) => typeof text === 'string')
  const message = [...says, ...(field.many && score < 1 ? [counted(hits, right.length, misses)] : [])].join(' ')
  const verdict = score === 1 ? 'right' : score > 0 ? 'partial' : 'wrong'
  return { ...grading, verdict, score, ...(message ? { message } : {}) }
}

function counted(hits: number, right: number, misses: number): string {
  const chosen = `${hits} of ${right} right options ${hits === 1 ? 'is' : 'are'} chosen`
  if (misses === 0) return `${chosen}.`
  return `${chosen}, and ${misses} wrong ${misses === 1 ? 'one counts' : 'ones count'} against them.`
}
