/**
 * What a student typed, exactly as typed, as it is saved, frozen and shown to staff. The reader of each kind turns it
 * into a parsed answer or a format error; nothing here is ever normalised.
 */
export type RawAnswer =
  | { kind: 'number'; text: string }
  | { kind: 'shape'; text: string }
  /** `cells` row-major, one string a cell; `shape` is the grid's (it differs from the field's only where it may be resized) */
  | { kind: 'tensor'; shape: number[]; cells: string[] }
  | { kind: 'formula'; notation: 'text' | 'latex'; source: string }
  /** ids of the chosen options */
  | { kind: 'choice'; chosen: string[] }
  /** ids of the lines put in order; lines left out are not part of the answer */
  | { kind: 'order'; lines: string[] }
  | { kind: 'text'; markdown: string }
  | { kind: 'layers'; rows: LayerRow[] }
  /**
   * one page put on an upload or a text field, an answer of its own (see pages.ts). `sha256` is of what was sent, `images`
   * of what was made of it to be looked at; the smallest `place` comes first
   */
  | { kind: 'upload'; page: string; sha256: string; images: string[]; place: number }

/** A row of the layer table, as typed. Cells that a layer kind does not use stay ''. */
export interface LayerRow {
  layer: LayerKind
  units: string
  kernel: string
  stride: string
  padding: string
  activation: string
}

export const layerKinds = ['conv', 'maxpool', 'avgpool', 'flatten', 'dense', 'globalavgpool', 'dropout'] as const
export type LayerKind = (typeof layerKinds)[number]
export const activations = ['none', 'relu', 'sigmoid', 'tanh', 'softmax'] as const

export type FieldKind = RawAnswer['kind']
