import type { Tensor } from '@tensorflow/tfjs'
import { printShape, TypeProblem } from '../language/types.ts'
import { allInteger, ranked, sameShape, takes, typeAt } from './check.ts'
import type { Operation, Tensor64, Tfjs } from './operation.ts'
import { asMaps, checkPoolStatics, type PoolOption, pooledShape, poolStatics, poolWindows } from './pool-arguments.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'
import type { Windows } from './windows.ts'

/** The gradient of a pooling with respect to its maps x, given the gradient g of what it gave. */
export function poolingGradient(
  spec: Pick<Operation, 'name' | 'summary' | 'example' | 'gradient' | 'noGradient'> & {
    option: PoolOption
    keepsIntegers: boolean
    float64: (x: Tensor64, g: Tensor64, windows: Windows, statics: readonly number[]) => Tensor64
    tfjs: (tf: Tfjs, x: Tensor, g: Tensor, windows: Windows, statics: readonly number[]) => Tensor
  },
): Operation {
  const { name, summary, example, gradient, noGradient, option } = spec
  return {
    name,
    summary,
    example,
    gradient,
    noGradient,
    statics: Array.from({ length: poolStatics }, (_, i) => 2 + i),
    check(args, values) {
      takes(name, args, 3, 2 + poolStatics)
      const shape = ranked(name, typeAt(args, 0), [2, 3], 'a map H×W or C×H×W')
      const wanted = pooledShape(shape, poolWindows(shape, checkPoolStatics(name, option, 2, args, values), option))
      const given = typeAt(args, 1).shape
      if (!sameShape(wanted, given)) {
        throw new TypeProblem(`The gradient given to ${name} must be ${printShape(wanted)}, not ${printShape(given)}.`)
      }
      return { shape, integer: spec.keepsIntegers && allInteger(args.slice(0, 2)) }
    },
    float64(args, statics) {
      const [x, g] = [argument(args, 0), argument(args, 1)]
      const windows = poolWindows(x.shape, statics, option)
      const [maps, gradients] = [x, g].map(({ shape, data }) => tensor64(asMaps(shape), data))
      return tensor64(x.shape, spec.float64(maps ?? x, gradients ?? g, windows, statics).data)
    },
    tfjs(tf, args, statics) {
      const [x, g] = [argument(args, 0), argument(args, 1)]
      const shape = x.shape.slice(1)
      const windows = poolWindows(shape, statics, option)
      const gradients = reshapeRows(g, asMaps(g.shape.slice(1)))
      return reshapeRows(spec.tfjs(tf, reshapeRows(x, asMaps(shape)), gradients, windows, statics), shape)
    },
  }
}
