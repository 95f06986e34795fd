import type { LayerLine } from '../answers/layers.ts'
import { windowCost } from './design-geometry.ts'

/** What a design may cost at most: it is typed by a student and runs on the grader. */
export const designLimits = {
  layers: 12,
  parameters: 2_000_000,
  side: 64,
  channels: 16,
  /** multiplications of one forward pass */
  work: 400_000_000,
  /** numbers that one layer reads or gives */
  entries: 16_777_216,
} as const

/** Why a design is not run, as a sentence that names the row; null where it may. */
export function refusal(lines: readonly LayerLine[], input: readonly number[]): string | null {
  if (lines.length > designLimits.layers) {
    return `Row ${designLimits.layers + 1}: a design has at most ${designLimits.layers} layers.`
  }
  const [height = 1, width = 1, channels = 1] = input
  if (
    input.length === 3 &&
    (height > designLimits.side || width > designLimits.side || channels > designLimits.channels)
  ) {
    return `The input ${input.join('×')} is larger than ${designLimits.side}×${designLimits.side}×${designLimits.channels}.`
  }
  let [parameters, work, shape] = [0, 0, input]
  for (const line of lines) {
    const layer = line.layer
    if (!layer || !line.shape) return line.message ?? `Row ${line.row} can not be read.`
    parameters += line.parameters
    const cost = layer.kernel
      ? windowCost(layer, shape)
      : { work: line.parameters, entries: Math.max(size(shape), size(line.shape)) }
    work += cost.work
    if (parameters > designLimits.parameters) {
      return `Row ${line.row}: the network has ${parameters} parameters by here; ${designLimits.parameters} are the most that is run.`
    }
    if (work > designLimits.work || Math.max(cost.entries, size(line.shape)) > designLimits.entries) {
      return `Row ${line.row}: this layer is too large to be run here.`
    }
    shape = line.shape
  }
  return null
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1)
}
