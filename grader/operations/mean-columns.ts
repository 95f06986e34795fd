import { lineReduction } from './line-reduction.ts'

export const meanColumns = lineReduction({
  name: 'mean_columns',
  summary: 'The mean of each column of a matrix: a vector with one entry a column.',
  example: 'mean_columns(X)',
  of: 'columns',
  mean: true,
})
