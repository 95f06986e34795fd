import type { Tensor } from '@tensorflow/tfjs'
import { batchMatMul } from './batch-matmul.ts'
import type { Convolution } from './convolution-float64.ts'
import type { Tfjs } from './operation.ts'
import { axis } from './tensor64.ts'
import { windowSize } from './windows.ts'
import { extractWindows, scatterWindows } from './windows-tfjs.ts'

/** Windows as columns, a block a group: [rows, groups, C/groups · kh · kw, outHeight · outWidth]. */
function columns(tf: Tfjs, x: Tensor, c: Convolution): Tensor {
  const [rows, channels] = [axis(x.shape, 0), axis(x.shape, 1)]
  return extractWindows(tf, x, c).reshape([
    rows,
    c.groups,
    (channels / c.groups) * windowSize(c),
    c.outHeight * c.outWidth,
  ])
}

/** Filters as rows, a block a group: [rows, groups, K/groups, C/groups · kh · kw]. */
function filterRows(w: Tensor, c: Convolution): Tensor {
  const [rows, filters, perGroup] = [axis(w.shape, 0), axis(w.shape, 1), axis(w.shape, 2)]
  return w.reshape([rows, c.groups, filters / c.groups, perGroup * windowSize(c)])
}

function outputRows(y: Tensor, c: Convolution): Tensor {
  return y.reshape([axis(y.shape, 0), c.groups, axis(y.shape, 1) / c.groups, c.outHeight * c.outWidth])
}

/** x [rows, C, H, W], w [rows, K, C / groups, kh, kw] → [rows, K, outHeight, outWidth]; either may have rows = 1. */
export function convolveTfjs(tf: Tfjs, x: Tensor, w: Tensor, c: Convolution): Tensor {
  const y = batchMatMul(tf, filterRows(w, c), columns(tf, x, c))
  return y.reshape([axis(y.shape, 0), axis(w.shape, 1), c.outHeight, c.outWidth])
}

export function convolutionInputGradientTfjs(
  tf: Tfjs,
  gy: Tensor,
  w: Tensor,
  channels: number,
  c: Convolution,
): Tensor {
  const entries = batchMatMul(tf, filterRows(w, c), outputRows(gy, c), true, false)
  return scatterWindows(
    tf,
    entries.reshape([axis(entries.shape, 0), channels, c.kernel[0], c.kernel[1], c.outHeight, c.outWidth]),
    c,
  )
}

export function convolutionKernelGradientTfjs(tf: Tfjs, x: Tensor, gy: Tensor, c: Convolution): Tensor {
  const [channels, filters] = [axis(x.shape, 1), axis(gy.shape, 1)]
  const gw = batchMatMul(tf, outputRows(gy, c), columns(tf, x, c), false, true)
  return gw.reshape([axis(gw.shape, 0), filters, channels / c.groups, c.kernel[0], c.kernel[1]])
}
