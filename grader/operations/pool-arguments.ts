import { type TensorType, TypeProblem } from '../language/types.ts'
import { known } from './check.ts'
import { argument, axis } from './tensor64.ts'
import { type Windows, windowsOf } from './windows.ts'

/** The last static argument of a pooling: how far apart the cells of a window lie, or whether padding is left out. */
export type PoolOption = 'dilation' | 'without padding'

/** Static arguments of a pooling in order: window, stride (the window), padding (0), round up (0), and its option. */
export const poolStatics = 5

export function poolWindows(shape: readonly number[], statics: readonly number[], option: PoolOption): Windows {
  const window = argument(statics, 0)
  const [, stride = window, padding = 0, roundUp = 0, last] = statics
  const dilation = option === 'dilation' ? (last ?? 1) : 1
  const sides = [axis(shape, -2), axis(shape, -1)] as const
  return windowsOf(sides, [window, window], { stride, padding, dilation, roundUp: roundUp === 1 })
}

/** Average pooling divides by all cells of the padded map unless its option says otherwise. */
export function countsPadding(statics: readonly number[]): boolean {
  return statics[4] !== 1
}

/** The static arguments from a position on, checked. */
export function checkPoolStatics(
  name: string,
  option: PoolOption,
  first: number,
  args: readonly TensorType[],
  values: readonly (number | undefined)[],
): number[] {
  const bounds: readonly [what: string, low: number, high: number][] = [
    ['The window', 1, 64],
    ['The stride', 1, 64],
    ['The padding', 0, 64],
    ['Rounding up', 0, 1],
    option === 'dilation' ? ['The dilation', 1, 64] : ['Leaving the padding out', 0, 1],
  ]
  const statics = bounds
    .slice(0, args.length - first)
    .map(([what, low, high], i) => known(name, values[first + i], what, low, high))
  const [window = 1, , padding = 0] = statics
  if (2 * padding > window) {
    throw new TypeProblem(`The padding ${padding} of ${name} is more than half its window ${window}.`)
  }
  return statics
}

/** The row shape with its maps pooled. */
export function pooledShape(shape: readonly number[], { outHeight, outWidth }: Windows): readonly number[] {
  return [...shape.slice(0, -2), outHeight, outWidth]
}

/** A single map as one of one channel. */
export function asMaps(shape: readonly number[]): readonly number[] {
  return shape.length === 2 ? [1, ...shape] : shape
}
