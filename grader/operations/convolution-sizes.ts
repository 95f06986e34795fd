import { printShape, type TensorType, TypeProblem } from '../language/types.ts'
import { article, known } from './check.ts'
import type { Convolution } from './convolution-float64.ts'
import { axis } from './tensor64.ts'
import { windowsOf } from './windows.ts'

/** A convolution with its numbers of channels; a map without channels counts as one channel and one filter. */
export interface SizedConvolution extends Convolution {
  channels: number
  filters: number
}

/** The convolution of row shapes x and w; statics are stride (1), padding (0), dilation (1), groups (1). */
export function convolutionOf(
  x: readonly number[],
  w: readonly number[],
  statics: readonly number[],
): SizedConvolution {
  const [stride = 1, padding = 0, dilation = 1, groups = 1] = statics
  const windows = windowsOf([axis(x, -2), axis(x, -1)], [axis(w, -2), axis(w, -1)], { stride, padding, dilation })
  const [channels, filters] = x.length === 2 ? [1, 1] : [axis(x, 0), axis(w, 0)]
  return { ...windows, groups, channels, filters }
}

/** The row shape of the maps that a convolution gives: without channels where its input has none. */
export function convolvedShape(plain: boolean, c: SizedConvolution): readonly number[] {
  return plain ? [c.outHeight, c.outWidth] : [c.filters, c.outHeight, c.outWidth]
}

/** The row shapes with all axes. */
export function fullShapes(c: SizedConvolution): { x: number[]; w: number[]; y: number[] } {
  return {
    x: [c.channels, c.height, c.width],
    w: [c.filters, c.channels / c.groups, ...c.kernel],
    y: [c.filters, c.outHeight, c.outWidth],
  }
}

/** Refuses maps and filters that do not belong together. */
export function checkFilters(name: string, x: readonly number[], w: readonly number[], groups: number): void {
  const plain = x.length === 2 && w.length === 2
  if (!plain && !(x.length === 3 && w.length === 4)) {
    throw new TypeProblem(
      `${name} needs a map H×W with a kernel, or C×H×W with K×C×kh×kw filters, not ${article(x)} and ${article(w)}.`,
    )
  }
  if (plain && groups === 1) return
  if (plain || axis(x, 0) !== axis(w, 1) * groups || axis(w, 0) % groups !== 0) {
    throw new TypeProblem(
      `The filters ${printShape(w)} of ${name} do not fit the maps ${printShape(x)} in ${groups} groups.`,
    )
  }
}

/** The static arguments from a position on: stride, padding, dilation, groups. */
export function convolutionStatics(
  name: string,
  first: number,
  args: readonly TensorType[],
  values: readonly (number | undefined)[],
): number[] {
  const names = ['The stride', 'The padding', 'The dilation', 'The number of groups']
  const given = names.slice(0, Math.max(0, args.length - first))
  return given.map((what, i) => known(name, values[first + i], what, i === 1 ? 0 : 1, i === 3 ? 1024 : 64))
}
