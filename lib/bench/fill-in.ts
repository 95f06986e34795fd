import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'

/** Something readable for every kind of field that can be typed in, different for every student: grading has to look at all of it. */
export function fillIn(field: Field, student: number): RawAnswer | null {
  const value = (i: number) => String(((student * 7 + i * 3) % 19) / 10)
  switch (field.kind) {
    case 'number':
      return { kind: 'number', text: value(0) }
    case 'shape':
      return { kind: 'shape', text: Array.from({ length: field.length ?? 3 }, (_, i) => i + 2 + student).join(' × ') }
    case 'tensor': {
      const cells = Array.from({ length: field.shape.reduce((so, n) => so * n, 1) }, (_, i) => value(i))
      return { kind: 'tensor', shape: field.shape, cells }
    }
    case 'formula':
      return {
        kind: 'formula',
        notation: 'text',
        source: `${field.symbols.find((one) => !one.function)?.name ?? '1'} + ${student}`,
      }
    case 'choice':
      return { kind: 'choice', chosen: [field.options[student % field.options.length]!.id] }
    case 'order':
      return { kind: 'order', lines: field.lines.map((line) => line.id).slice(student % 2) }
    case 'text':
      return { kind: 'text', markdown: `Because the weights are shared, says student ${student}.` }
    case 'upload':
      return null
    case 'layers':
      return {
        kind: 'layers',
        rows: [
          { layer: 'flatten', units: '', kernel: '', stride: '', padding: '', activation: '' },
          { layer: 'dense', units: String(8 + student), kernel: '', stride: '', padding: '', activation: 'relu' },
          { layer: 'dense', units: '10', kernel: '', stride: '', padding: '', activation: 'softmax' },
        ],
      }
  }
}
