import { plainCharacters } from './characters.ts'
import { shorten } from './number.ts'
import { activations, type LayerKind, type LayerRow, layerKinds } from './raw-answer.ts'

/**
 * One row of the layer table as read. `padding` is a number of cells on every side, or `same` (the output has
 * ⌈input/stride⌉ cells, the larger half of the padding after). Null where the layer kind has no such setting.
 */
export interface Layer {
  layer: LayerKind
  units: number | null
  kernel: [number, number] | null
  stride: number | null
  padding: number | 'same' | null
  activation: (typeof activations)[number]
}

export type LayerOutcome = { ok: true; layer: Layer } | { ok: false; message: string }

const largest = { units: 65_536, kernel: 1024, stride: 1024, padding: 1024 }

/** Reads the cells of one row. The message does not name the row. */
export function readLayer(row: LayerRow): LayerOutcome {
  if (!layerKinds.includes(row.layer)) return { ok: false, message: 'this kind of layer is not known.' }
  const windowed = row.layer === 'conv' || row.layer === 'maxpool' || row.layer === 'avgpool'
  const counted = row.layer === 'conv' || row.layer === 'dense'
  const layer: Layer = { layer: row.layer, units: null, kernel: null, stride: null, padding: null, activation: 'none' }
  const typed = (cell: string) => plainCharacters(cell).trim().toLowerCase()
  if (counted) {
    const name = row.layer === 'conv' ? 'filters' : 'units'
    layer.units = whole(typed(row.units), 1, largest.units)
    if (layer.units === null) return refuse(name, row.units, `a whole number from 1 to ${largest.units}`)
    const activation = activations.find((known) => known === (typed(row.activation) || 'none'))
    if (!activation) return refuse('activation', row.activation, `one of ${activations.join(', ')}`)
    layer.activation = activation
  }
  if (windowed) {
    const sides = typed(row.kernel).split(/\s*[x*,]\s*|\s+/)
    const height = whole(sides[0] ?? '', 1, largest.kernel)
    const width = whole(sides[1] ?? sides[0] ?? '', 1, largest.kernel)
    if (height === null || width === null || sides.length > 2)
      return refuse('kernel', row.kernel, 'a size such as 3 or 3×3')
    layer.kernel = [height, width]
    const usual = row.layer === 'conv' ? 1 : height
    layer.stride = typed(row.stride) === '' ? usual : whole(typed(row.stride), 1, largest.stride)
    if (layer.stride === null) return refuse('stride', row.stride, 'a whole number from 1')
    const padding = typed(row.padding)
    layer.padding =
      padding === '' || padding === 'valid' ? 0 : padding === 'same' ? 'same' : whole(padding, 0, largest.padding)
    if (layer.padding === null) return refuse('padding', row.padding, 'a whole number, “same” or “valid”')
    if (row.layer !== 'conv' && layer.padding !== 'same' && 2 * layer.padding > Math.min(height, width)) {
      return { ok: false, message: 'the padding of a pool is at most half its window.' }
    }
  }
  return { ok: true, layer }
}

function whole(text: string, low: number, high: number): number | null {
  if (!/^\d{1,6}$/.test(text)) return null
  const value = Number(text)
  return value >= low && value <= high ? value : null
}

function refuse(cell: string, typed: string, expected: string): LayerOutcome {
  const found = typed.trim() === '' ? `${cell} is empty` : `I cannot read “${shorten(typed)}” as ${cell}`
  return { ok: false, message: `${found}; write ${expected}.` }
}
