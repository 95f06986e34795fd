import { isBlank } from '../answers/blank.ts'
import { pagesOf } from '../answers/pages.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import { BackendLost } from '../backends/unavailable.ts'
import type { AnswerField, QuestionDefinition } from '../question/definition.ts'
import { designOn } from './design-on.ts'
import { judgeChoice } from './judge-choice.ts'
import { judgeFormulaField } from './judge-formula-field.ts'
import { judgeLayers } from './judge-layers.ts'
import { judgeOrder } from './judge-order.ts'
import type { Sheet } from './sheet.ts'
import type { FieldGrading } from './verdict.ts'

/** Judges the fields that are not the value of a step. */
export async function judgeOpenFields(question: QuestionDefinition, sheet: Sheet, executors: Executors): Promise<void> {
  for (const field of question.answers) {
    const answer = sheet.row.answers[field.name] ?? null
    try {
      const grading = await judgeOpenField(field, sheet, answer, executors)
      if (grading) sheet.gradings.set(field.name, grading)
    } catch (error) {
      // not the fault of this sheet: all of it is graded again
      if (error instanceof BackendLost) throw error
      const { name, kind, points } = field
      const staffNote = `Grading failed: ${error instanceof Error ? error.message : String(error)}`
      sheet.gradings.set(name, { field: name, kind, points, verdict: 'broken', score: null, staffNote })
    }
  }
}

async function judgeOpenField(
  field: AnswerField,
  { row }: Sheet,
  answer: RawAnswer | null,
  executors: Executors,
): Promise<FieldGrading | null> {
  switch (field.kind) {
    case 'choice':
      return judgeChoice(field, row, answer)
    case 'order':
      return judgeOrder(field, row, answer)
    case 'layers':
      return judgeLayers(field, answer, designOn(executors))
    case 'formula':
      return judgeFormulaField(field, answer, executors)
    case 'text':
    case 'upload':
      return judgeByPerson(field, row, answer)
    default:
      return null
  }
}

/** Text and pages wait for a human; only what was left blank, without a page, is settled. */
function judgeByPerson(field: AnswerField, { answers }: Sheet['row'], answer: RawAnswer | null): FieldGrading {
  const grading = { field: field.name, kind: field.kind, points: field.points }
  const empty = isBlank(answer) && pagesOf(answers, field.name).length === 0
  return empty ? { ...grading, verdict: 'empty', score: 0 } : { ...grading, verdict: 'review', score: null }
}
