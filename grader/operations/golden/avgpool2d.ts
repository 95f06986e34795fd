import { type GoldenAdapter, input, parameter } from './golden.ts'
import { pooled } from './pooled.ts'

export const avgpool2d: GoldenAdapter = (golden) => {
  const skipPadding = 1 - parameter(golden, 'count_include_pad', 1)
  const { rows, values, list } = pooled(golden, skipPadding)
  return {
    rows,
    values: { ...values, g: { shape: input(golden, 'gy').shape.slice(1), data: input(golden, 'gy').data } },
    steps: { y: `avgpool(x, ${list})`, gx: `avgpool_grad(x, g, ${list})` },
    outputs: { y: (steps) => steps('y'), gx: (steps) => steps('gx') },
  }
}
