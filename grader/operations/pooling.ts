import type { Tensor } from '@tensorflow/tfjs'
import { printShape, type TensorType, TypeProblem } from '../language/types.ts'
import { allInteger, known, ranked, sameShape, takes, typeAt } from './check.ts'
import type { Operation, Tensor64, Tfjs } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'
import { type Windows, windowsOf } from './windows.ts'

interface Described {
  name: string
  summary: string
  example: string
}

/** Statics are window, stride (the window if left out) and padding (0). */
function poolWindows(shape: readonly number[], statics: readonly number[]): Windows {
  const window = argument(statics, 0)
  const [, stride = window, padding = 0] = statics
  return windowsOf([axis(shape, -2), axis(shape, -1)], [window, window], { stride, padding })
}

function maps(shape: readonly number[]): readonly number[] {
  return shape.length === 2 ? [1, ...shape] : shape
}

function outputShape(shape: readonly number[], { outHeight, outWidth }: Windows): readonly number[] {
  return [...shape.slice(0, -2), outHeight, outWidth]
}

function staticsFrom(
  name: string,
  first: number,
  args: readonly TensorType[],
  values: readonly (number | undefined)[],
): number[] {
  const names = ['The window', 'The stride', 'The padding']
  const statics = args.slice(first).map((_, i) => known(name, values[first + i], names[i] ?? '', i === 2 ? 0 : 1, 64))
  const [window = 1, , padding = 0] = statics
  if (2 * padding > window)
    throw new TypeProblem(`The padding ${padding} of ${name} is more than half its window ${window}.`)
  return statics
}

/** A pooling of H×W or C×H×W maps. */
export function pooling(
  spec: Described & {
    keepsIntegers: boolean
    float64: (x: Tensor64, windows: Windows) => Tensor64
    tfjs: (tf: Tfjs, x: Tensor, windows: Windows) => Tensor
  },
): Operation {
  const { name, summary, example } = spec
  return {
    name,
    summary,
    example,
    statics: [1, 2, 3],
    check(args, values) {
      takes(name, args, 2, 4)
      const shape = ranked(name, typeAt(args, 0), [2, 3], 'a map H×W or C×H×W')
      const windows = poolWindows(shape, staticsFrom(name, 1, args, values))
      return { shape: outputShape(shape, windows), integer: spec.keepsIntegers && typeAt(args, 0).integer }
    },
    float64(args, statics) {
      const { shape, data } = argument(args, 0)
      const windows = poolWindows(shape, statics)
      return tensor64(outputShape(shape, windows), spec.float64(tensor64(maps(shape), data), windows).data)
    },
    tfjs(tf, args, statics) {
      const x = argument(args, 0)
      const shape = x.shape.slice(1)
      const windows = poolWindows(shape, statics)
      return reshapeRows(spec.tfjs(tf, reshapeRows(x, maps(shape)), windows), outputShape(shape, windows))
    },
  }
}

/** The gradient of a pooling with respect to its maps x, given the gradient g of what it gave. */
export function poolingGradient(
  spec: Described & {
    keepsIntegers: boolean
    float64: (x: Tensor64, g: Tensor64, windows: Windows) => Tensor64
    tfjs: (tf: Tfjs, x: Tensor, g: Tensor, windows: Windows) => Tensor
  },
): Operation {
  const { name, summary, example } = spec
  return {
    name,
    summary,
    example,
    statics: [2, 3, 4],
    check(args, values) {
      takes(name, args, 3, 5)
      const shape = ranked(name, typeAt(args, 0), [2, 3], 'a map H×W or C×H×W')
      const wanted = outputShape(shape, poolWindows(shape, staticsFrom(name, 2, args, values)))
      const given = typeAt(args, 1).shape
      if (!sameShape(wanted, given)) {
        throw new TypeProblem(`The gradient given to ${name} must be ${printShape(wanted)}, not ${printShape(given)}.`)
      }
      return { shape, integer: spec.keepsIntegers && allInteger(args.slice(0, 2)) }
    },
    float64(args, statics) {
      const [x, g] = [argument(args, 0), argument(args, 1)]
      const windows = poolWindows(x.shape, statics)
      const gradient = spec.float64(tensor64(maps(x.shape), x.data), tensor64(maps(g.shape), g.data), windows)
      return tensor64(x.shape, gradient.data)
    },
    tfjs(tf, args, statics) {
      const [x, g] = [argument(args, 0), argument(args, 1)]
      const shape = x.shape.slice(1)
      const windows = poolWindows(shape, statics)
      const gradient = spec.tfjs(tf, reshapeRows(x, maps(shape)), reshapeRows(g, maps(g.shape.slice(1))), windows)
      return reshapeRows(gradient, shape)
    },
  }
}
