import { type GoldenAdapter, parameter, scalar } from './golden.ts'

const names = ['h', 'w', 'k', 'stride', 'padding', 'dilation'] as const

/** Sizes as formulas: a convolution rounds down, a pooling may round up, a transposed convolution inverts a 4×4 map. */
export const convOutSize: GoldenAdapter = (golden) => {
  const up = golden.params.ceil_mode === true
  const values = Object.fromEntries(
    names.map((name) => [name, scalar(parameter(golden, name, name === 'padding' ? 0 : 1))]),
  )
  const span = (side: string) => `(${side} + 2 padding - dilation (k - 1) - 1) / stride`
  const rounded = (side: string) => `(ceil(${span(side)}) + 1)`
  // a last window that would begin beyond the map and its left padding is dropped
  const pool = (side: string) =>
    up ? `${rounded(side)} - ((${rounded(side)} - 1) * stride >= ${side} + padding)` : `floor(${span(side)}) + 1`
  const back = '3 stride - 2 padding + dilation (k - 1) + 1'
  const both = (step: string) => (steps: (name: string) => number[]) => [...steps(`${step}_h`), ...steps(`${step}_w`)]
  return {
    rows: 1,
    values,
    steps: {
      conv_h: `floor(${span('h')}) + 1`,
      conv_w: `floor(${span('w')}) + 1`,
      pool_h: pool('h'),
      pool_w: pool('w'),
      back_h: back,
      back_w: back,
    },
    outputs: { conv: both('conv'), pool: both('pool'), convTranspose4x4: both('back') },
  }
}
