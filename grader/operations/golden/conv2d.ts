import { type GoldenAdapter, input, parameter, sizes, summed } from './golden.ts'

/** Cross-correlation with bias, a row a picture; the filters and the bias are shared, so their gradients are summed. */
export const conv2d: GoldenAdapter = (golden) => {
  const { x, w, gy } = { x: input(golden, 'x'), w: input(golden, 'w'), gy: input(golden, 'gy') }
  const [rows = 1] = sizes(x, 4)
  const [, filters = 1, height = 1, width = 1] = sizes(gy, 4)
  const list = ['stride', 'padding', 'dilation', 'groups']
    .map((name) => parameter(golden, name, name === 'padding' ? 0 : 1))
    .join(', ')
  const bias = golden.inputs.b ?? { shape: [filters], data: Array<number>(filters).fill(0) }
  const cells = height * width
  return {
    rows,
    values: {
      x: { shape: x.shape.slice(1), data: x.data },
      g: { shape: gy.shape.slice(1), data: gy.data },
      w,
      b: { shape: [filters], data: bias.data },
    },
    steps: {
      y: `conv2d(x, w, ${list}) + reshape(outer(b, ones(${cells})), ${filters}, ${height}, ${width})`,
      gx: `conv2d_input_grad(x, w, g, ${list})`,
      gw: `conv2d_kernel_grad(x, w, g, ${list})`,
      gb: `sum_rows(reshape(g, ${filters}, ${cells}))`,
    },
    outputs: { y: (steps) => steps('y'), gx: (steps) => steps('gx'), gw: summed('gw', rows), gb: summed('gb', rows) },
  }
}
