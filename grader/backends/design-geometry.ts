import type { Layer } from '../answers/layer.ts'
import { type Windows, windowsOf } from '../operations/windows.ts'

/** Padding of a layer on each side, as `tf.pad` wants it for [rows, C, H, W]. */
export interface LayerWindows {
  pads: [[number, number], [number, number]]
  /** windows over the padded map */
  windows: Windows
}

/** How the windows of a layer lie on a map. `same` gives ⌈n/stride⌉ windows, with the larger half of the padding behind. */
export function layerWindows(layer: Layer, height: number, width: number): LayerWindows {
  const kernel = layer.kernel ?? [1, 1]
  const stride = layer.stride ?? 1
  const sides = (n: number, k: number): [number, number] => {
    if (layer.padding !== 'same') return [layer.padding ?? 0, layer.padding ?? 0]
    const total = Math.max(0, (Math.ceil(n / stride) - 1) * stride + k - n)
    return [Math.floor(total / 2), Math.ceil(total / 2)]
  }
  const pads: LayerWindows['pads'] = [sides(height, kernel[0]), sides(width, kernel[1])]
  const padded = [height + pads[0][0] + pads[0][1], width + pads[1][0] + pads[1][1]] as const
  return { pads, windows: windowsOf(padded, kernel, { stride }) }
}

/** What a window layer does: copies of entries into its windows and multiplications with them, and the entries of all its windows. */
export function windowCost(
  layer: Layer,
  [height = 1, width = 1, channels = 1]: readonly number[],
): { work: number; entries: number } {
  const { windows } = layerWindows(layer, height, width)
  const entries = channels * windows.outHeight * windows.kernel[0] * windows.outWidth * windows.kernel[1]
  return { work: entries * (1 + (layer.units ?? 1)), entries }
}
