import { isBlank } from '../answers/blank.ts'
import { type LayersReading, readLayers } from '../answers/layers.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { printShape } from '../language/types.ts'
import type { AnswerField } from '../question/definition.ts'
import type { FieldGrading } from './verdict.ts'

export type LayersField = Extract<AnswerField, { kind: 'layers' }>

/** Executes a design once forwards and backwards; the sentence says why it could not, null if it ran as it was read. */
export type DesignTrial = (field: LayersField, reading: LayersReading) => Promise<string | null>

/**
 * A third of the points each: the shapes connect and the network runs, its output fits the task, its parameters stay
 * within the budget. A table that does not connect has neither output nor size.
 */
export async function judgeLayers(
  field: LayersField,
  answer: RawAnswer | null,
  tryDesign: DesignTrial,
): Promise<FieldGrading> {
  const grading = { field: field.name, kind: field.kind, points: field.points }
  if (isBlank(answer)) return { ...grading, verdict: 'empty', score: 0 }
  if (answer?.kind !== 'layers') {
    return { ...grading, verdict: 'unreadable', score: 0, message: 'This field takes a layer table.' }
  }
  const reading = readLayers(answer.rows, field.input)
  if (!reading.ok || !reading.output) {
    const unread = reading.lines.some((line) => line.layer === null)
    return { ...grading, verdict: unread ? 'unreadable' : 'wrong', score: 0, message: reading.message ?? '' }
  }
  const problem = await tryDesign(field, reading)
  if (problem !== null) return { ...grading, verdict: 'broken', score: null, staffNote: problem }
  const failures = [wrongOutput(field, reading.output), overBudget(field, reading.parameters)].filter(
    (each) => each !== null,
  )
  if (failures.length === 0) return { ...grading, verdict: 'right', score: 1 }
  return { ...grading, verdict: 'partial', score: 1 - failures.length / 3, message: failures.join(' ') }
}

function wrongOutput(field: LayersField, output: readonly number[]): string | null {
  if (output.join() === field.output.join()) return null
  return `The output is ${printShape(output)}, but ${printShape(field.output)} is asked for.`
}

function overBudget(field: LayersField, parameters: number): string | null {
  if (parameters <= field.parameterBudget) return null
  return `The network has ${parameters} parameters; at most ${field.parameterBudget} are allowed.`
}
