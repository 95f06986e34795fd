import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { normaliseText } from './text/normalise.ts'

/** What was typed, so far that two who typed the same thing in another way of writing are seen to: for counting. */
export function normalAnswer(answer: RawAnswer | null): string {
  switch (answer?.kind) {
    case undefined:
      return ''
    case 'number':
    case 'shape':
      return bare(answer.text)
    case 'tensor':
      return `${answer.shape.join('×')} ${answer.cells.map(bare).join(' ')}`
    case 'formula':
      return answer.source.replace(/\\(?:left|right|,|;|!| )|\s/g, '')
    case 'choice':
      return [...answer.chosen].sort().join(' ')
    case 'order':
      return answer.lines.join(' ')
    case 'text':
      return normaliseText(answer.markdown).line
    case 'layers':
      return answer.rows.map((row) => Object.values(row).map(bare).join(' ')).join('; ')
  }
  return JSON.stringify(answer)
}

function bare(text: string): string {
  const plain = text.replace(/\s+/g, '').replace('−', '-')
  const value = Number(plain.replace(',', '.'))
  return plain !== '' && Number.isFinite(value) ? String(value) : plain.toLowerCase()
}
