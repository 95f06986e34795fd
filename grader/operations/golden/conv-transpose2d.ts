import { type GoldenAdapter, input, parameter, sizes } from './golden.ts'

export const convTranspose2d: GoldenAdapter = (golden) => {
  const { x, w } = { x: input(golden, 'x'), w: input(golden, 'w') }
  const [rows = 1, ...shape] = sizes(x, 4)
  const [stride, padding, extra, dilation, groups] = ['stride', 'padding', 'output_padding', 'dilation', 'groups'].map(
    (name) => parameter(golden, name, name.includes('padding') ? 0 : 1),
  )
  const result = golden.outputs.y?.shape.slice(1) ?? []
  const bias = golden.inputs.b ?? golden.inputs.bias
  const wide = `reshape(outer(b, ones(${(result[1] ?? 1) * (result[2] ?? 1)})), ${result.join(', ')})`
  return {
    rows,
    values: { x: { shape, data: x.data }, w, ...(bias ? { b: bias } : {}) },
    steps: {
      y: `conv_transpose2d(x, w, ${[stride, padding, extra, dilation, groups].join(', ')})${bias ? ` + ${wide}` : ''}`,
    },
    outputs: { y: (steps) => steps('y') },
  }
}
