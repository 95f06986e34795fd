import { TypeProblem } from '../language/types.ts'

/** How windows lie on a map of height × width. Padding is on all sides; a window may stick out of it only where outputs say so. */
export interface Windows {
  height: number
  width: number
  kernel: readonly [number, number]
  stride: number
  padding: number
  dilation: number
  outHeight: number
  outWidth: number
}

/** Number of windows along one axis: floor((n + 2p - d (k - 1) - 1)/s) + 1. */
export function windowCount(n: number, k: number, stride: number, padding: number, dilation: number): number {
  return Math.floor((n + 2 * padding - dilation * (k - 1) - 1) / stride) + 1
}

/** As windowCount, rounded up; a last window that would start beyond the map and its left padding is dropped. */
export function windowCountUp(n: number, k: number, stride: number, padding: number, dilation: number): number {
  const count = Math.ceil((n + 2 * padding - dilation * (k - 1) - 1) / stride) + 1
  return (count - 1) * stride >= n + padding ? count - 1 : count
}

/** The windows of a map; refuses a window that does not fit. */
export function windowsOf(
  [height, width]: readonly [number, number],
  kernel: readonly [number, number],
  { stride = 1, padding = 0, dilation = 1, roundUp = false } = {},
): Windows {
  const count = roundUp ? windowCountUp : windowCount
  const outHeight = count(height, kernel[0], stride, padding, dilation)
  const outWidth = count(width, kernel[1], stride, padding, dilation)
  if (outHeight < 1 || outWidth < 1) {
    throw new TypeProblem(
      `A window of ${kernel[0]}×${kernel[1]} does not fit into ${height}×${width} with padding ${padding}.`,
    )
  }
  return { height, width, kernel, stride, padding, dilation, outHeight, outWidth }
}

/** The place on one axis of entry k of window o; negative or ≥ n in the padding. */
export function placeOf(o: number, k: number, { stride, padding, dilation }: Windows): number {
  return o * stride - padding + k * dilation
}

export function windowSize({ kernel }: Windows): number {
  return kernel[0] * kernel[1]
}
