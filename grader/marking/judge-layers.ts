import { isBlank } from '../answers/blank.ts'
import { type LayersReading, readLayers } from '../answers/layers.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { DesignRun } from '../backends/design.ts'
import { BackendLost } from '../backends/unavailable.ts'
import type { AnswerField } from '../question/definition.ts'
import type { FieldGrading } from './verdict.ts'

export type LayersField = Extract<AnswerField, { kind: 'layers' }>

/** Executes a design once forwards and backwards; throws where the execution is not what the table says. */
export type RunDesign = (lines: LayersReading['lines'], field: LayersField) => Promise<DesignRun>

/**
 * A third of the points each: the shapes connect and the network runs, its output fits the task, its parameters stay
 * within the budget. A table that does not connect has neither output nor size.
 */
export async function judgeLayers(
  field: LayersField,
  answer: RawAnswer | null,
  runDesign: RunDesign,
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
  try {
    const run = await runDesign(reading.lines, field)
    const failures = [runFailure(run), wrongOutput(field, reading.output), overBudget(field, reading.parameters)]
    const found = failures.filter((failure) => failure !== null)
    if (found.length === 0) return { ...grading, verdict: 'right', score: 1 }
    const verdict = found.length < failures.length ? 'partial' : 'wrong'
    return { ...grading, verdict, score: 1 - found.length / failures.length, message: found.join(' ') }
  } catch (error) {
    if (error instanceof BackendLost) throw error
    const staffNote = `The design could not be run: ${error instanceof Error ? error.message : String(error)}`
    return { ...grading, verdict: 'broken', score: null, staffNote }
  }
}

function runFailure({ runs, message }: DesignRun): string | null {
  return runs ? null : (message ?? 'The network does not run.')
}

function wrongOutput(field: LayersField, output: readonly number[]): string | null {
  if (output.join() === field.output.join()) return null
  return `The network gives ${output.join('×')}, but the task asks for ${field.output.join('×')}.`
}

function overBudget(field: LayersField, parameters: number): string | null {
  if (parameters <= field.parameterBudget) return null
  return `The network has ${parameters} parameters, but the budget is ${field.parameterBudget}.`
}
