import { type Layer, readLayer } from './layer.ts'
import type { LayerRow } from './raw-answer.ts'

/** What one row of the layer table makes of its input. Shapes are [height, width, channels] or [n]. */
export interface LayerLine {
  /** counted from 1 */
  row: number
  layer: Layer | null
  /** the output of the row, null from the first row that does not fit */
  shape: number[] | null
  parameters: number
  /** cells of the input that one output cell sees: [height, width]; null for a vector input */
  receptiveField: [number, number] | null
  message: string | null
}

export interface LayersReading {
  ok: boolean
  reason: 'empty' | 'unreadable' | null
  /** the first problem; names its row */
  message: string | null
  lines: LayerLine[]
  output: number[] | null
  /** weights and biases of all rows */
  parameters: number
  receptiveField: [number, number] | null
}

const mostLayers = 64

interface Flow {
  shape: number[]
  field: [number, number] | null
  jump: number
}

/** Reads a layer table and follows the shapes from row to row. Never throws. */
export function readLayers(rows: readonly LayerRow[], input: readonly number[]): LayersReading {
  const field: [number, number] | null = input.length === 3 ? [1, 1] : null
  let flow: Flow | null = { shape: [...input], field, jump: 1 }
  const lines = rows.slice(0, mostLayers).map((row, k): LayerLine => {
    const read = readLayer(row)
    const line: LayerLine = { row: k + 1, layer: null, shape: null, parameters: 0, receptiveField: null, message: null }
    if (!read.ok) {
      flow = null
      return { ...line, message: `Row ${k + 1}: ${read.message}` }
    }
    line.layer = read.layer
    if (!flow) return line
    const next = through(read.layer, flow, input)
    if (typeof next === 'string') {
      flow = null
      return { ...line, message: `Row ${k + 1}: ${next}` }
    }
    line.parameters = parametersOf(read.layer, flow.shape)
    flow = next
    return { ...line, shape: next.shape, receptiveField: next.field }
  })
  const last = lines.at(-1)
  const tooMany = rows.length > mostLayers ? `A design has at most ${mostLayers} rows.` : null
  const problem = tooMany ?? lines.find((line) => line.message)?.message ?? null
  const message = last ? problem : 'The table has no rows yet.'
  return {
    ok: message === null,
    reason: message === null ? null : last ? 'unreadable' : 'empty',
    message,
    lines,
    output: message === null ? (last?.shape ?? null) : null,
    parameters: lines.reduce((sum, line) => sum + line.parameters, 0),
    receptiveField: message === null ? (last?.receptiveField ?? null) : null,
  }
}

/** The output of a layer, or why its input does not fit. */
function through(layer: Layer, flow: Flow, input: readonly number[]): Flow | string {
  const [height = 0, width = 0, channels = 0] = flow.shape
  const everything: [number, number] | null = input.length === 3 ? [input[0] ?? 0, input[1] ?? 0] : null
  if (layer.layer === 'dropout') return flow
  if (layer.layer === 'dense') {
    if (flow.shape.length !== 1)
      return `a dense layer reads a vector, but ${print(flow.shape)} comes in; flatten it first.`
    return { ...flow, shape: [layer.units ?? 0], field: everything }
  }
  if (layer.layer === 'flatten') {
    return { ...flow, shape: [flow.shape.reduce((size, n) => size * n, 1)], field: everything }
  }
  if (flow.shape.length !== 3) return `this layer reads a map, but a vector of ${height} numbers comes in.`
  if (layer.layer === 'globalavgpool') return { ...flow, shape: [channels], field: everything }
  const [kernelHeight, kernelWidth] = layer.kernel ?? [1, 1]
  const stride = layer.stride ?? 1
  const across = (size: number, kernel: number) =>
    layer.padding === 'same'
      ? Math.ceil(size / stride)
      : Math.floor((size + 2 * (layer.padding ?? 0) - kernel) / stride) + 1
  const rows = across(height, kernelHeight)
  const columns = across(width, kernelWidth)
  if (rows < 1 || columns < 1) return `a ${kernelHeight}×${kernelWidth} window does not fit into ${print(flow.shape)}.`
  const [seenHeight, seenWidth] = flow.field ?? [1, 1]
  return {
    shape: [rows, columns, layer.layer === 'conv' ? (layer.units ?? 0) : channels],
    field: [seenHeight + (kernelHeight - 1) * flow.jump, seenWidth + (kernelWidth - 1) * flow.jump],
    jump: flow.jump * stride,
  }
}

/** Weights and biases of one layer for an input of this shape. */
function parametersOf(layer: Layer, shape: readonly number[]): number {
  if (layer.layer === 'dense') return ((shape[0] ?? 0) + 1) * (layer.units ?? 0)
  if (layer.layer !== 'conv') return 0
  const [height, width] = layer.kernel ?? [0, 0]
  return (height * width * (shape[2] ?? 0) + 1) * (layer.units ?? 0)
}

function print(shape: readonly number[]): string {
  return shape.join('×')
}
