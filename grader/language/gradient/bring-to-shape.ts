import type { Span } from '../ast.ts'
import type { Value } from '../lowering.ts'
import { printShape } from '../types.ts'
import type { Emitter } from './emitter.ts'

/**
 * Brings what flows back to the shape of the argument it flows to: a scalar that was repeated over a tensor gets the sum,
 * a tensor that was summed up gets the scalar in every entry, and axes of 1 come and go.
 * @throws Error for shapes that do not belong together: the rule is wrong
 */
export function bringToShape(out: Emitter, value: Value, shape: readonly number[], span: Span): Value {
  const from = value.type.shape
  const sizes = () => shape.map((size) => out.constant(size))
  if (String(from) === String(shape)) return value
  if (shape.length === 0) return out.apply('sum', [value], span)
  if (from.length === 0) return out.apply('multiply', [value, out.apply('ones', sizes(), span)], span)
  const wide = (sizes: readonly number[]) => String(sizes.filter((size) => size !== 1))
  if (wide(from) === wide(shape)) return out.apply('reshape', [value, ...sizes()], span)
  throw new Error(`A gradient of ${printShape(from)} can not flow to an argument of ${printShape(shape)}.`)
}
