import type { AnswerField } from '../../../grader/question/definition.ts'
import { isJudged } from '../../../grader/question/fields.ts'
import { counted, listed } from './said.ts'

/** What differs in a part whose right answer is the value of a step. */
export function judgedChanges(was: AnswerField, is: AnswerField): string[] {
  if (!isJudged(was) || !isJudged(is)) return []
  const changes: string[] = []
  if (was.step !== is.step) changes.push(`it is judged by ${is.step}, was by ${was.step}.`)
  if (was.kind !== 'shape' && is.kind !== 'shape' && was.decimals !== is.decimals)
    changes.push(`it was asked for with ${counted(was.decimals, 'decimal')}, now with ${is.decimals}.`)
  if (was.kind === 'tensor' && is.kind === 'tensor' && was.resizable !== is.resizable)
    changes.push(is.resizable ? 'its size is the student’s to choose now.' : 'its size is given now.')
  if (was.kind === 'shape' && is.kind === 'shape' && was.axes.join() !== is.axes.join())
    changes.push(`its axes are ${listed(is.axes, 'without names')}, were ${listed(was.axes, 'without names')}.`)
  return changes
}
