import { entriesOf, reduction, squaresAround, squaresAroundTfjs } from './reduction.ts'

export const variance = reduction({
  name: 'variance',
  summary: 'The variance of all entries around their mean, divided by their number n.',
  example: 'variance(f)',
  gradient: (call) => [`(2 / ${entriesOf(call)}) g (x - mean(x))`],
  keepsIntegers: false,
  float64: (entries) => squaresAround(entries) / entries.length,
  tfjs: (tf, x, entries) => tf.div(squaresAroundTfjs(tf, x), entries),
})
