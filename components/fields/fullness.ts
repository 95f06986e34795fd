import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'

export type Fullness = 'empty' | 'partly' | 'full'

/** How much of a field was filled in, as it looks to the student: nothing here judges an answer. */
export function fullnessOf(field: Field, value: RawAnswer | null | undefined): Fullness {
  if (!value || value.kind !== field.kind) return 'empty'
  switch (value.kind) {
    case 'number':
    case 'shape':
      return share(value.text.trim() === '' ? 0 : 1, 1)
    case 'formula':
      return share(value.source.trim() === '' ? 0 : 1, 1)
    case 'text':
      return share(value.markdown.trim() === '' ? 0 : 1, 1)
    case 'tensor':
      return share(value.cells.filter((cell) => cell.trim() !== '').length, value.cells.length)
    case 'choice':
      return share(value.chosen.length, 1)
    case 'order':
      return share(value.lines.length, 1)
    case 'layers':
      return share(value.rows.length, 1)
    case 'upload':
      return 'full'
  }
}

/** The fullness of a question from that of its fields. */
export function fullnessOfAll(parts: readonly Fullness[]): Fullness {
  if (parts.every((part) => part === 'full')) return 'full'
  return parts.every((part) => part === 'empty') ? 'empty' : 'partly'
}

function share(filled: number, all: number): Fullness {
  if (filled === 0) return 'empty'
  return filled >= all ? 'full' : 'partly'
}
