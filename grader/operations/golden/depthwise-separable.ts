import { asSteps, type GoldenAdapter, input, parameter, sizes } from './golden.ts'

/** A convolution with as many groups as channels, then a 1×1 convolution over them. */
export const depthwiseSeparable: GoldenAdapter = (golden) => {
  const { x, w, pw } = { x: input(golden, 'x'), w: input(golden, 'w'), pw: input(golden, 'pw') }
  const [rows = 1, ...shape] = sizes(x, 4)
  const list = [
    parameter(golden, 'stride', 1),
    parameter(golden, 'padding', 0),
    parameter(golden, 'dilation', 1),
    shape[0],
  ]
  return {
    rows,
    values: { x: { shape, data: x.data }, w, p: pw },
    steps: { depthwise: `conv2d(x, w, ${list.join(', ')})`, separable: 'conv2d(depthwise, p)' },
    outputs: asSteps('depthwise', 'separable'),
  }
}
