import { callText } from './gradient-texts.ts'
import { countsPadding } from './pool-arguments.ts'
import { averagePoolGradient64 } from './pooling-float64.ts'
import { poolingGradient } from './pooling-gradient.ts'
import { averagePoolGradientTfjs } from './pooling-tfjs.ts'

export const avgpoolGrad = poolingGradient({
  name: 'avgpool_grad',
  summary:
    'What flows back through an average pool of x, given the gradient g of its result: an equal share to every cell of a window. Further arguments as avgpool.',
  example: 'avgpool_grad(h, g, 2, 2)',
  gradient: ({ statics }) => [null, callText('avgpool', ['g'], statics)],
  option: 'without padding',
  keepsIntegers: false,
  float64: (_x, g, windows, statics) => averagePoolGradient64(g, windows, countsPadding(statics)),
  tfjs: (tf, _x, g, windows, statics) => averagePoolGradientTfjs(tf, g, windows, countsPadding(statics)),
})
