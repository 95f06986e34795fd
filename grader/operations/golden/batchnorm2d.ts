import { type GoldenAdapter, input, parameter, scalar, sizes, swapLeading } from './golden.ts'

/**
 * x [N, C, H, W] as a matrix of one row a channel. Normalises with the biased variance of the batch (training) or the
 * running one; the running variance is updated with the unbiased variance.
 */
export const batchnorm2d: GoldenAdapter = (golden) => {
  const x = input(golden, 'x')
  const [pictures = 1, channels = 1, height = 1, width = 1] = sizes(x, 4)
  const n = pictures * height * width
  const training = golden.params.training === true
  const matrix = (name: string) => ({
    shape: [channels, n],
    data: swapLeading(input(golden, name).data, pictures, channels),
  })
  const wide = (vector: string) => `outer(${vector}, ones(${n}))`
  const back = (step: string) => (steps: (name: string) => number[]) => swapLeading(steps(step), channels, pictures)
  return {
    rows: 1,
    values: {
      x: matrix('x'),
      g: matrix('gy'),
      gamma: input(golden, 'gamma'),
      beta: input(golden, 'beta'),
      m: input(golden, 'running_mean'),
      v: input(golden, 'running_var'),
      eps: scalar(parameter(golden, 'eps', 1e-5)),
      r: scalar(parameter(golden, 'momentum', 0.1)),
      n: scalar(n),
    },
    steps: {
      mu: 'mean_rows(x)',
      var: `mean_rows((x - ${wide('mu')}).^2)`,
      used: training ? 'mu' : 'm',
      inverse: `1 / sqrt(${training ? 'var' : 'v'} + eps)`,
      normal: `(x - ${wide('used')}) .* ${wide('inverse')}`,
      y: `normal .* ${wide('gamma')} + ${wide('beta')}`,
      new_mean: training ? '(1 - r) m + r mu' : 'm',
      new_var: training ? '(1 - r) v + r var n / (n - 1)' : 'v',
      ggamma: 'sum_rows(g .* normal)',
      gbeta: 'sum_rows(g)',
      through: training ? `g - ${wide('(gbeta / n)')} - normal .* ${wide('(ggamma / n)')}` : 'g',
      gx: `${wide('(gamma .* inverse)')} .* through`,
    },
    outputs: {
      y: back('y'),
      gx: back('gx'),
      running_mean: (steps) => steps('new_mean'),
      running_var: (steps) => steps('new_var'),
      ggamma: (steps) => steps('ggamma'),
      gbeta: (steps) => steps('gbeta'),
    },
  }
}
