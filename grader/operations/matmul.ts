import { printShape, sizeOf, TypeProblem } from '../language/types.ts'
import { batchMatMul } from './batch-matmul.ts'
import { allInteger, article, takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

interface Product {
  rows: number
  inner: number
  columns: number
  shape: readonly number[]
}

/** A vector is a column; a product of one entry is a scalar. Throws TypeProblem where the shapes do not fit. */
function product(a: readonly number[], b: readonly number[]): Product {
  if (a.length > 2 || b.length > 2)
    throw new TypeProblem(`A matrix product needs matrices and vectors, not ${article(a.length > 2 ? a : b)}.`)
  if (a.length === 0 || b.length === 0)
    throw new TypeProblem('A matrix product needs matrices and vectors, not a scalar.')
  if (a.length === 1 && b.length === 1) {
    throw new TypeProblem(
      'Two vectors have no matrix product: use ⊙ (.*) for the product entry by entry, or x^T y for the sum of it.',
    )
  }
  const [rows = 1, inner = 1] = a
  const [below = 1, columns = 1] = b
  if (inner !== below) {
    const left = a.length === 1 ? `a vector of ${rows}` : printShape(a)
    const right = b.length === 1 ? `a vector of ${below}` : printShape(b)
    throw new TypeProblem(
      `A product of ${left} and ${right} does not fit: the left side has ${inner} columns, the right side ${below} rows.`,
    )
  }
  const shape = rows * columns === 1 ? [] : b.length === 1 ? [rows] : [rows, columns]
  return { rows, inner, columns, shape }
}

export const matmul: Operation = {
  name: 'matmul',
  summary: 'The matrix product of matrices and (column) vectors; a result of one entry is a scalar.',
  example: 'W x',
  gradient: ['g x_2^T', 'x_1^T g'],
  check(args) {
    takes('matmul', args, 2)
    return { shape: product(typeAt(args, 0).shape, typeAt(args, 1).shape).shape, integer: allInteger(args) }
  },
  float64(args) {
    const [a, b] = [argument(args, 0), argument(args, 1)]
    const { rows, inner, columns, shape } = product(a.shape, b.shape)
    const data = new Float64Array(sizeOf(shape))
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0
        for (let k = 0; k < inner; k++) sum += (a.data[i * inner + k] ?? 0) * (b.data[k * columns + j] ?? 0)
        data[i * columns + j] = sum
      }
    }
    return tensor64(shape, data)
  },
  tfjs(tf, args) {
    const [a, b] = [argument(args, 0), argument(args, 1)]
    const { rows, inner, columns, shape } = product(a.shape.slice(1), b.shape.slice(1))
    return reshapeRows(batchMatMul(tf, reshapeRows(a, [rows, inner]), reshapeRows(b, [inner, columns])), shape)
  },
}
