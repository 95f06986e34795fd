import { isPageId } from './pages.ts'
import { activations, type FieldKind, type LayerKind, type LayerRow, layerKinds, type RawAnswer } from './raw-answer.ts'
import { fields, list, type Refusal, refuse, text, wholeNumbers } from './structure.ts'

/** The most that is stored for one answer, in entries or code points. */
export const limits = {
  number: 256,
  shape: 256,
  cells: 4096,
  cell: 64,
  dimensions: 8,
  formula: 4000,
  ids: 64,
  id: 16,
  text: 20_000,
  layers: 64,
  images: 12,
  places: 100_000,
} as const

export type RawAnswerParse = { ok: true; value: RawAnswer } | Refusal

type Reader = (json: Record<string, unknown>) => RawAnswer | Refusal

const readers: Record<FieldKind, Reader> = {
  number: (json) => typed(json, 'text', limits.number, (value) => ({ kind: 'number', text: value })),
  shape: (json) => typed(json, 'text', limits.shape, (value) => ({ kind: 'shape', text: value })),
  text: (json) => typed(json, 'markdown', limits.text, (value) => ({ kind: 'text', markdown: value })),
  choice: (json) => {
    const chosen = ids(json, 'chosen')
    return 'ok' in chosen ? chosen : { kind: 'choice', chosen: chosen.items }
  },
  order: (json) => {
    const lines = ids(json, 'lines')
    return 'ok' in lines ? lines : { kind: 'order', lines: lines.items }
  },
  formula: (json) => {
    const { notation } = json
    if (notation !== 'text' && notation !== 'latex') return refuse('notation must be "text" or "latex".')
    const extra = fields(json, ['kind', 'notation', 'source'])
    if (extra) return extra
    const source = text(json.source, 'source', limits.formula)
    return 'ok' in source ? source : { kind: 'formula', notation, source: source.text }
  },
  tensor: (json) => {
    const extra = fields(json, ['kind', 'shape', 'cells'])
    if (extra) return extra
    const shape = wholeNumbers(json.shape, 'shape', limits.dimensions, limits.cells)
    if ('ok' in shape) return shape
    const cells = list(json.cells, 'cells', limits.cells, (cell, name) => text(cell, name, limits.cell))
    if ('ok' in cells) return cells
    const size = shape.numbers.reduce((product, n) => product * n, 1)
    if (size !== cells.items.length) return refuse(`cells must have ${size} entries for this shape.`)
    return { kind: 'tensor', shape: shape.numbers, cells: cells.items.map((cell) => cell.text) }
  },
  layers: (json) => {
    const extra = fields(json, ['kind', 'rows'])
    if (extra) return extra
    const rows = list(json.rows, 'rows', limits.layers, layerRow)
    return 'ok' in rows ? rows : { kind: 'layers', rows: rows.items.map((row) => row.row) }
  },
  upload: readPage,
}

/**
 * Checks the structure of an answer that came over the wire: known keys only, right types, lengths within `limits`, no
 * NUL and no half of a surrogate pair. Whether it can be read is the readers' matter. Never throws.
 */
export function parseRawAnswer(json: unknown, kind?: FieldKind): RawAnswerParse {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('An answer must be an object.')
  const record = json as Record<string, unknown>
  const found = record.kind
  if (typeof found !== 'string' || !Object.hasOwn(readers, found)) return refuse('The kind of the answer is not known.')
  if (kind !== undefined && found !== kind) return refuse(`This field takes an answer of kind "${kind}".`)
  const value = readers[found as FieldKind](record)
  return 'ok' in value ? value : { ok: true, value }
}

function typed(json: Record<string, unknown>, key: string, most: number, make: (text: string) => RawAnswer) {
  const extra = fields(json, ['kind', key])
  if (extra) return extra
  const read = text(json[key], key, most)
  return 'ok' in read ? read : make(read.text)
}

function ids(json: Record<string, unknown>, key: string): { items: string[] } | Refusal {
  const extra = fields(json, ['kind', key])
  if (extra) return extra
  const read = list(json[key], key, limits.ids, (id, name) => text(id, name, limits.id))
  if ('ok' in read) return read
  const items = read.items.map((id) => id.text)
  return new Set(items).size < items.length ? refuse(`${key} must not repeat an id.`) : { items }
}

function layerRow(json: unknown, name: string): { row: LayerRow } | Refusal {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(`${name} must be an object.`)
  const record = json as Record<string, unknown>
  const cells = ['units', 'kernel', 'stride', 'padding', 'activation'] as const
  const extra = fields(record, ['layer', ...cells])
  if (extra) return extra
  const layer = record.layer as LayerKind
  if (!layerKinds.includes(layer)) return refuse(`${name}.layer must be one of ${layerKinds.join(', ')}.`)
  const row: LayerRow = { layer, units: '', kernel: '', stride: '', padding: '', activation: '' }
  for (const cell of cells) {
    const read = text(record[cell], `${name}.${cell}`, limits.cell)
    if ('ok' in read) return read
    row[cell] = read.text
  }
  if (row.activation !== '' && !activations.some((known) => known === row.activation)) {
    return refuse(`${name}.activation must be one of ${activations.join(', ')}.`)
  }
  return { row }
}

const digest = /^[0-9a-f]{64}$/

function readPage(json: Record<string, unknown>): RawAnswer | Refusal {
  const extra = fields(json, ['kind', 'page', 'sha256', 'images', 'place'])
  if (extra) return extra
  const { page, sha256, place } = json
  if (typeof page !== 'string' || !isPageId(page)) return refuse('page must be the id of a page.')
  if (typeof sha256 !== 'string' || !digest.test(sha256)) return refuse('sha256 must have 64 hexadecimal digits.')
  const images = list(json.images, 'images', limits.images, (image, name) => text(image, name, 64))
  if ('ok' in images) return images
  if (!images.items.every((image) => digest.test(image.text))) return refuse('images must hold SHA-256 digests.')
  if (!Number.isSafeInteger(place) || (place as number) < 0 || (place as number) > limits.places)
    return refuse(`place must be a whole number from 0 to ${limits.places}.`)
  return { kind: 'upload', page, sha256, images: images.items.map((image) => image.text), place: place as number }
}
