import { poolingGradient } from './pooling.ts'
import { averagePoolGradient64 } from './pooling-float64.ts'
import { averagePoolGradientTfjs } from './pooling-tfjs.ts'

export const avgpoolGrad = poolingGradient({
  name: 'avgpool_grad',
  summary:
    'What flows back through an average pool of x, given the gradient g of its result: an equal share to every cell of a window.',
  example: 'avgpool_grad(h, g, 2, 2)',
  keepsIntegers: false,
  float64: (_x, g, windows) => averagePoolGradient64(g, windows, true),
  tfjs: (tf, _x, g, windows) => averagePoolGradientTfjs(tf, g, windows, true),
})
