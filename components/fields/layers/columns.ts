import type { LayerKind, LayerRow } from '../../../grader/answers/raw-answer.ts'

export type LayerCell = Exclude<keyof LayerRow, 'layer'>

/** What a kind of layer asks for, in the order of the table. */
export const cellsOf: Record<LayerKind, readonly LayerCell[]> = {
  conv: ['units', 'kernel', 'stride', 'padding', 'activation'],
  maxpool: ['kernel', 'stride', 'padding'],
  avgpool: ['kernel', 'stride', 'padding'],
  flatten: [],
  dense: ['units', 'activation'],
  globalavgpool: [],
  dropout: ['units'],
}

export const allCells: readonly LayerCell[] = ['units', 'kernel', 'stride', 'padding', 'activation']

/** A row with the usual values of its kind. */
export function newRow(layer: LayerKind): LayerRow {
  const empty: LayerRow = { layer, units: '', kernel: '', stride: '', padding: '', activation: '' }
  if (layer === 'conv') return { ...empty, kernel: '3', stride: '1', padding: '1', activation: 'relu' }
  if (layer === 'maxpool' || layer === 'avgpool') return { ...empty, kernel: '2', stride: '2', padding: '0' }
  if (layer === 'dense') return { ...empty, activation: 'relu' }
  return empty
}

/** The row as another kind of layer: cells that the new kind also asks for are kept. */
export function asKind(row: LayerRow, layer: LayerKind): LayerRow {
  const fresh = newRow(layer)
  for (const cell of cellsOf[layer]) if (row[cell] !== '') fresh[cell] = row[cell]
  return fresh
}
