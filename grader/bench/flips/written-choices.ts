import { type LayerRow, layerKinds, type RawAnswer } from '../../answers/raw-answer.ts'
import type { AnswerField } from '../../question/definition.ts'
import { type Random, shuffled } from '../../question/random.ts'
import { shownId } from '../../question/variant.ts'
import { oneOf } from './written-values.ts'

/** Some of the options, now and then one that is not there. */
export function writtenChoice(
  options: number,
  many: boolean,
  right: readonly string[],
  random: Random,
): RawAnswer | null {
  const ids = Array.from({ length: options }, (_, k) => shownId(k))
  const some = ids.filter(() => random.below(2) === 0)
  const chosen = [[], [...right], many ? some : [oneOf(ids, random)], some, ['nowhere']][random.below(5)] ?? []
  return random.below(20) === 0 ? null : { kind: 'choice', chosen }
}

/** The right lines with two of them exchanged, or some lines in some order. */
export function writtenOrder(lines: number, right: readonly string[], random: Random): RawAnswer | null {
  const ids = Array.from({ length: lines }, (_, k) => shownId(k))
  const any = shuffled(lines, random).map((k) => ids[k] ?? '')
  const [a, b] = [random.below(Math.max(1, right.length)), random.below(Math.max(1, right.length))]
  const exchanged = right.map((id, k) => (k === a ? (right[b] ?? id) : k === b ? (right[a] ?? id) : id))
  const cut = any.slice(0, random.below(lines + 1))
  return { kind: 'order', lines: oneOf([[...right], exchanged, any, cut, ids], random) }
}

export function writtenText(random: Random): RawAnswer | null {
  return oneOf(
    [null, { kind: 'text', markdown: '' }, { kind: 'text', markdown: 'Because the weights are shared.' }],
    random,
  )
}

/** A small network that fits the task, with a row changed in some. */
export function writtenLayers(field: Extract<AnswerField, { kind: 'layers' }>, random: Random): RawAnswer | null {
  if (random.below(20) === 0) return null
  const row = (layer: LayerRow['layer'], cells: Partial<LayerRow> = {}): LayerRow => ({
    layer,
    ...{ units: '', kernel: '', stride: '', padding: '', activation: '' },
    ...cells,
  })
  const rows = [
    row('conv', {
      units: oneOf(['2', '4'], random),
      kernel: '3',
      stride: oneOf(['', '2'], random),
      activation: 'relu',
    }),
    row(oneOf(['maxpool', 'avgpool'], random), { kernel: '2' }),
    row(oneOf(['flatten', 'globalavgpool'], random)),
    row('dense', { units: String(oneOf([field.output[0] ?? 1, 7], random)), activation: 'softmax' }),
  ]
  const at = random.below(rows.length)
  const changes = [
    rows,
    rows.filter((_row, k) => k !== at),
    rows.with(at, row(oneOf(layerKinds, random), { units: '3', kernel: '2' })),
    rows.with(at, row('conv', { units: 'many', kernel: '3' })),
  ]
  return { kind: 'layers', rows: oneOf(changes, random) }
}
