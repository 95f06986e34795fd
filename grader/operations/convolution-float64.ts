import type { Tensor64 } from './operation.ts'
import { axis, tensor64 } from './tensor64.ts'
import { placeOf, type Windows } from './windows.ts'

/** Sizes of a convolution: x [C, H, W], w [K, C / groups, kh, kw], y [K, outHeight, outWidth]. */
export interface Convolution extends Windows {
  groups: number
}

/**
 * Calls `visit(y, x, w)` with the flat places of every product of the convolution: y[k,i,j] += x[c,·,·] w[k,c,a,b].
 * The map and both gradients are sums over the same triples.
 */
function visit(
  channels: number,
  filters: number,
  c: Convolution,
  visitor: (y: number, x: number, w: number) => void,
): void {
  const [kh, kw] = c.kernel
  const [perGroup, filtersPerGroup] = [channels / c.groups, filters / c.groups]
  for (let k = 0; k < filters; k++) {
    const first = Math.floor(k / filtersPerGroup) * perGroup
    for (let i = 0; i < c.outHeight; i++) {
      for (let j = 0; j < c.outWidth; j++) {
        const y = (k * c.outHeight + i) * c.outWidth + j
        for (let channel = 0; channel < perGroup; channel++) {
          for (let a = 0; a < kh; a++) {
            const row = placeOf(i, a, c)
            if (row < 0 || row >= c.height) continue
            for (let b = 0; b < kw; b++) {
              const column = placeOf(j, b, c)
              if (column < 0 || column >= c.width) continue
              visitor(
                y,
                ((first + channel) * c.height + row) * c.width + column,
                ((k * perGroup + channel) * kh + a) * kw + b,
              )
            }
          }
        }
      }
    }
  }
}

export function convolve64(x: Tensor64, w: Tensor64, c: Convolution): Tensor64 {
  const filters = axis(w.shape, 0)
  const y = tensor64([filters, c.outHeight, c.outWidth])
  visit(axis(x.shape, 0), filters, c, (at, from, weight) => {
    y.data[at] = (y.data[at] ?? 0) + (x.data[from] ?? 0) * (w.data[weight] ?? 0)
  })
  return y
}

/** The gradient of Σ y ⊙ gy with respect to x: also the transposed convolution of gy. */
export function convolutionInputGradient64(gy: Tensor64, w: Tensor64, channels: number, c: Convolution): Tensor64 {
  const gx = tensor64([channels, c.height, c.width])
  visit(channels, axis(w.shape, 0), c, (at, from, weight) => {
    gx.data[from] = (gx.data[from] ?? 0) + (gy.data[at] ?? 0) * (w.data[weight] ?? 0)
  })
  return gx
}

export function convolutionKernelGradient64(x: Tensor64, gy: Tensor64, c: Convolution): Tensor64 {
  const [channels, filters] = [axis(x.shape, 0), axis(gy.shape, 0)]
  const gw = tensor64([filters, channels / c.groups, c.kernel[0], c.kernel[1]])
  visit(channels, filters, c, (at, from, weight) => {
    gw.data[weight] = (gw.data[weight] ?? 0) + (gy.data[at] ?? 0) * (x.data[from] ?? 0)
  })
  return gw
}
