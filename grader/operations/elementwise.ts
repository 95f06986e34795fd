import type { Tensor } from '@tensorflow/tfjs'
import { sizeOf, type TensorType } from '../language/types.ts'
import { allInteger, commonShape, takes, typeAt } from './check.ts'
import type { Operation, Tensor64, Tfjs } from './operation.ts'
import { align } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

type Described = Pick<Operation, 'name' | 'summary' | 'example' | 'gradient' | 'noGradient'>

/** Whether integers stay integers, or the result is an integer whatever the operands are. */
type Integers = 'kept' | 'always' | 'lost'

function integerResult(rule: Integers, args: readonly TensorType[]): boolean {
  return rule === 'always' || (rule === 'kept' && allInteger(args))
}

/** An operation on every entry of one tensor. */
export function unary(
  spec: Described & { integers: Integers; float64: (x: number) => number; tfjs: (tf: Tfjs, x: Tensor) => Tensor },
): Operation {
  const { integers, float64, tfjs, ...described } = spec
  const { name } = described
  return {
    ...described,
    check(args) {
      takes(name, args, 1)
      return { shape: typeAt(args, 0).shape, integer: integerResult(integers, args) }
    },
    float64: (args) => mapEntries(argument(args, 0), float64),
    tfjs: (tf, args) => tfjs(tf, argument(args, 0)),
  }
}

/** An operation on the entries of two tensors of one shape, or of a tensor and a scalar. */
export function binary(
  spec: Described & {
    integers: Integers | ((args: readonly TensorType[], known: readonly (number | undefined)[]) => boolean)
    float64: (a: number, b: number) => number
    tfjs: (tf: Tfjs, a: Tensor, b: Tensor) => Tensor
  },
): Operation {
  const { integers, float64, tfjs, ...described } = spec
  const { name } = described
  return {
    ...described,
    check(args, known) {
      takes(name, args, 2)
      const integer = typeof integers === 'function' ? integers(args, known) : integerResult(integers, args)
      return { shape: commonShape(name, args), integer }
    },
    float64: (args) => zipEntries(argument(args, 0), argument(args, 1), float64),
    tfjs(tf, args) {
      const [a, b] = align([argument(args, 0), argument(args, 1)])
      return tfjs(tf, a, b)
    },
  }
}

export function mapEntries(x: Tensor64, f: (x: number) => number): Tensor64 {
  const data = new Float64Array(x.data.length)
  for (let i = 0; i < data.length; i++) data[i] = f(x.data[i] ?? 0)
  return tensor64(x.shape, data)
}

export function zipEntries(a: Tensor64, b: Tensor64, f: (a: number, b: number) => number): Tensor64 {
  const shape = a.shape.length === 0 ? b.shape : a.shape
  const data = new Float64Array(sizeOf(shape))
  const stepA = a.shape.length === 0 ? 0 : 1
  const stepB = b.shape.length === 0 ? 0 : 1
  for (let i = 0; i < data.length; i++) data[i] = f(a.data[i * stepA] ?? 0, b.data[i * stepB] ?? 0)
  return tensor64(shape, data)
}
