import { elementwiseShape, productShape } from '../product-shape.ts'
import { type OperationLibrary, type OperationSignature, sizeOf, type TensorType, TypeProblem } from '../types.ts'

type Check = OperationSignature['check']

const elementwise =
  (integer: (args: readonly TensorType[], known: readonly (number | undefined)[]) => boolean): Check =>
  (args, known) => {
    const shape = args.reduce<number[] | null>((all, { shape }) => all && elementwiseShape(all, shape), [])
    if (!shape) throw new TypeProblem('The shapes differ.')
    return { shape, integer: integer(args, known) }
  }
const allInteger = (args: readonly TensorType[]) => args.every((arg) => arg.integer)
const first =
  (integer: boolean): Check =>
  ([x]) => ({ shape: (x as TensorType).shape, integer })

const checks: Record<string, Check | { check: Check; statics: number[] }> = {
  add: elementwise(allInteger),
  subtract: elementwise(allInteger),
  multiply: elementwise(allInteger),
  divide: elementwise(() => false),
  power: elementwise((args, [, exponent]) => allInteger(args) && exponent !== undefined && exponent >= 0),
  max: elementwise(allInteger),
  less: elementwise(() => true),
  less_equal: elementwise(() => true),
  select: elementwise(([, a, b]) => allInteger([a as TensorType, b as TensorType])),
  negate: first(false),
  exp: first(false),
  sigmoid: first(false),
  tanh: first(false),
  relu: first(false),
  floor: first(true),
  matmul: ([a, b]) => ({ shape: productShape(a?.shape ?? [], b?.shape ?? []) ?? [], integer: false }),
  transpose: ([x]) => {
    const { shape } = x as TensorType
    return { shape: shape.length === 1 ? [1, shape[0] ?? 0] : shape.toReversed(), integer: false }
  },
  concat: (args) => ({ shape: [args.reduce((sum, { shape }) => sum + sizeOf(shape), 0)], integer: allInteger(args) }),
  stackrows: (args) => ({ shape: [args.length, args[0]?.shape[0] ?? 0], integer: allInteger(args) }),
  sum: () => ({ shape: [], integer: false }),
  norm: () => ({ shape: [], integer: false }),
  reshape: {
    statics: [1, 2, 3],
    check: ([x], known) => ({ shape: known.slice(1) as number[], integer: x?.integer ?? false }),
  },
  element: {
    statics: [1, 2, 3],
    check: ([x], known) => ({ shape: x?.shape.slice(known.length - 1) ?? [], integer: false }),
  },
  zeros: { statics: [0, 1, 2], check: (_, known) => ({ shape: known as number[], integer: true }) },
}

/** A few operations, enough to compile against. */
export const signatures: OperationLibrary = new Map(
  Object.entries(checks).map(([name, entry]) => {
    const given = typeof entry === 'function' ? { check: entry } : entry
    return [name, { name, ...given }]
  }),
)
