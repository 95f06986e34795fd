import type { Tensor } from '@tensorflow/tfjs'
import { ranked, takes, typeAt } from './check.ts'
import type { Operation, Tensor64, Tfjs } from './operation.ts'
import { asMaps, checkPoolStatics, type PoolOption, pooledShape, poolStatics, poolWindows } from './pool-arguments.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'
import type { Windows } from './windows.ts'

/** A pooling of H×W or C×H×W maps. */
export function pooling(
  spec: Pick<Operation, 'name' | 'summary' | 'example' | 'gradient' | 'noGradient'> & {
    option: PoolOption
    integers: 'kept' | 'lost' | 'always'
    float64: (x: Tensor64, windows: Windows, statics: readonly number[]) => Tensor64
    tfjs: (tf: Tfjs, x: Tensor, windows: Windows, statics: readonly number[]) => Tensor
  },
): Operation {
  const { name, summary, example, gradient, noGradient, option } = spec
  return {
    name,
    summary,
    example,
    gradient,
    noGradient,
    statics: Array.from({ length: poolStatics }, (_, i) => 1 + i),
    check(args, values) {
      takes(name, args, 2, 1 + poolStatics)
      const shape = ranked(name, typeAt(args, 0), [2, 3], 'a map H×W or C×H×W')
      const windows = poolWindows(shape, checkPoolStatics(name, option, 1, args, values), option)
      const integer = spec.integers === 'always' || (spec.integers === 'kept' && typeAt(args, 0).integer)
      return { shape: pooledShape(shape, windows), integer }
    },
    float64(args, statics) {
      const { shape, data } = argument(args, 0)
      const windows = poolWindows(shape, statics, option)
      return tensor64(pooledShape(shape, windows), spec.float64(tensor64(asMaps(shape), data), windows, statics).data)
    },
    tfjs(tf, args, statics) {
      const x = argument(args, 0)
      const shape = x.shape.slice(1)
      const windows = poolWindows(shape, statics, option)
      return reshapeRows(spec.tfjs(tf, reshapeRows(x, asMaps(shape)), windows, statics), pooledShape(shape, windows))
    },
  }
}
