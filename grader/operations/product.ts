import { sizeOf } from '../language/types.ts'
import { reshaped } from './gradient-texts.ts'
import { reduction } from './reduction.ts'

// so few entries that the products of all others are written out, which holds where an entry is 0
const few = 12

/** For every entry the product of the others. */
function others(n: number): string {
  if (n > few) return '(y ./ flatten(x))'
  const entries = Array.from({ length: n }, (_, i) => `flatten(x)[${i + 1}]`)
  return `[${entries.map((_, i) => entries.toSpliced(i, 1).join(' * ') || '1').join(', ')}]`
}

export const product = reduction({
  name: 'product',
  summary: 'The product of all entries.',
  example: 'product(shape)',
  gradient: ({ shapes: [shape = []] }) => [shape.length === 0 ? 'g' : reshaped(`g ${others(sizeOf(shape))}`, shape)],
  keepsIntegers: true,
  float64: (entries) => entries.reduce((a, b) => a * b, 1),
  tfjs: (tf, x, entries) =>
    tf
      .split(x, entries, 1)
      .reduce((a, b) => tf.mul(a, b))
      .reshape([-1]),
})
