import type { RawAnswer } from './raw-answer.ts'

/** Whether nothing has been answered: no text, no cell, no choice, no row. */
export function isBlank(answer: RawAnswer | null | undefined): boolean {
  if (!answer) return true
  switch (answer.kind) {
    case 'number':
    case 'shape':
      return answer.text.trim() === ''
    case 'tensor':
      return answer.cells.every((cell) => cell.trim() === '')
    case 'formula':
      return answer.source.trim() === ''
    case 'choice':
      return answer.chosen.length === 0
    case 'order':
      return answer.lines.length === 0
    case 'text':
      return answer.markdown.trim() === ''
    case 'layers':
      return answer.rows.length === 0
    case 'upload':
      return false
  }
}
