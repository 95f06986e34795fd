import { type GoldenAdapter, input, parameter, scalar, summed } from './golden.ts'

/** Along the last axis with the biased variance; every line is a row, γ and β are shared. */
export const layernorm: GoldenAdapter = (golden) => {
  const x = input(golden, 'x')
  const width = x.shape.at(-1) ?? 1
  const rows = x.data.length / width
  return {
    rows,
    values: {
      x: { shape: [width], data: x.data },
      g: { shape: [width], data: input(golden, 'gy').data },
      gamma: input(golden, 'gamma'),
      beta: input(golden, 'beta'),
      eps: scalar(parameter(golden, 'eps', 1e-5)),
    },
    steps: {
      y: 'layernorm(x, gamma, beta, eps)',
      // centred twice: in float32 the first mean is off by its rounding, which a small variance magnifies
      around: 'x - mean(x)',
      centred: 'around - mean(around)',
      inverse: '1 / sqrt(mean(centred .* centred) + eps)',
      normal: 'inverse centred',
      inner: 'g .* gamma',
      gx: 'inverse (inner - mean(inner) - mean(inner .* normal) normal)',
      ggamma: 'g .* normal',
      gbeta: 'g + 0',
    },
    outputs: {
      y: (steps) => steps('y'),
      gx: (steps) => steps('gx'),
      ggamma: summed('ggamma', rows),
      gbeta: summed('gbeta', rows),
    },
  }
}
