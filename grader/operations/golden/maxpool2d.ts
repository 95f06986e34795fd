import { type GoldenAdapter, input, parameter } from './golden.ts'
import { pooled } from './pooled.ts'

/** The file counts places on a map from 0. */
export const maxpool2d: GoldenAdapter = (golden) => {
  const { rows, values, list } = pooled(golden, parameter(golden, 'dilation', 1))
  return {
    rows,
    values: { ...values, g: { shape: input(golden, 'gy').shape.slice(1), data: input(golden, 'gy').data } },
    steps: { y: `maxpool(x, ${list})`, places: `maxpool_places(x, ${list})`, gx: `maxpool_grad(x, g, ${list})` },
    outputs: {
      y: (steps) => steps('y'),
      indices: (steps) => steps('places').map((place) => place - 1),
      gx: (steps) => steps('gx'),
    },
  }
}
