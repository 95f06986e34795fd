import { lineReduction } from './line-reduction.ts'

export const sumColumns = lineReduction({
  name: 'sum_columns',
  summary: 'The sum of each column of a matrix: a vector with one entry a column.',
  example: 'sum_columns(A)',
  of: 'columns',
  mean: false,
})
