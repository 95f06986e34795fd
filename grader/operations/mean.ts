import { entriesOf, reduction, total } from './reduction.ts'

export const mean = reduction({
  name: 'mean',
  summary: 'The mean of all entries.',
  example: 'mean(x)',
  gradient: (call) => [`g / ${entriesOf(call)}`],
  keepsIntegers: false,
  float64: (entries) => total(entries) / entries.length,
  tfjs: (tf, x) => tf.mean(x, 1),
})
