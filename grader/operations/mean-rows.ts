import { lineReduction } from './line-reduction.ts'

export const meanRows = lineReduction({
  name: 'mean_rows',
  summary: 'The mean of each row of a matrix: a vector with one entry a row.',
  example: 'mean_rows(X)',
  of: 'rows',
  mean: true,
})
