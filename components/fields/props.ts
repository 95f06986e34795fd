import type { Field } from '../../grader/answers/field.ts'
import type { FieldKind, RawAnswer } from '../../grader/answers/raw-answer.ts'

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>
export type AnswerOf<K extends FieldKind> = Extract<RawAnswer, { kind: K }>

/** What every control gets. `value` is null while nothing was answered; `onChange(null)` clears the answer. */
export interface ControlProps<K extends FieldKind> {
  field: FieldOf<K>
  value: AnswerOf<K> | null
  onChange: (value: RawAnswer | null) => void
  /** the student went on: save now */
  onLeave: () => void
  disabled: boolean
  /** id of the first thing to focus; further ids start with it */
  id: string
  /** id of the label or of the message that belongs to the control */
  labelledBy: string
  describedBy: string
  invalid: boolean
  /** positions of cells that cannot be read */
  badCells: readonly number[]
}
