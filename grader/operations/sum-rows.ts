import { lineReduction } from './line-reduction.ts'

export const sumRows = lineReduction({
  name: 'sum_rows',
  summary: 'The sum of each row of a matrix: a vector with one entry a row.',
  example: 'sum_rows(softmax(Q K^T))',
  of: 'rows',
  mean: false,
})
