import { pooling } from './pooling.ts'
import { averagePool64 } from './pooling-float64.ts'
import { averagePoolTfjs } from './pooling-tfjs.ts'

export const avgpool = pooling({
  name: 'avgpool',
  summary:
    'The mean of every window: avgpool(x, window, stride, padding); zeros of the padding count; the stride is the window if left out.',
  example: 'avgpool(h, 2, 2)',
  keepsIntegers: false,
  float64: (x, windows) => averagePool64(x, windows, true),
  tfjs: (tf, x, windows) => averagePoolTfjs(tf, x, windows, true),
})
