import { entriesOf, reduction, squaresAround, squaresAroundTfjs } from './reduction.ts'

export const sampleVariance = reduction({
  name: 'sample_variance',
  summary: 'The sample variance of all entries, divided by n - 1.',
  example: 'sample_variance(f)',
  gradient: (call) => [`(2 / ${entriesOf(call) - 1}) g (x - mean(x))`],
  keepsIntegers: false,
  float64: (entries) => squaresAround(entries) / (entries.length - 1),
  tfjs: (tf, x, entries) => tf.div(squaresAroundTfjs(tf, x), entries - 1),
})
