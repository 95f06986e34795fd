import { maxPoolGradient64 } from './pooling-float64.ts'
import { poolingGradient } from './pooling-gradient.ts'
import { maxPoolGradientTfjs } from './pooling-tfjs.ts'

export const maxpoolGrad = poolingGradient({
  name: 'maxpool_grad',
  summary:
    'What flows back through a max-pool of x, given the gradient g of its result: all to the first maximum in row-major order. Further arguments as maxpool.',
  example: 'maxpool_grad(h, g, 2, 2)',
  noGradient: 'a gradient of a gradient of a max-pool is not offered',
  option: 'dilation',
  keepsIntegers: true,
  float64: maxPoolGradient64,
  tfjs: maxPoolGradientTfjs,
})
