import { pooling } from './pooling.ts'
import { maxPool64 } from './pooling-float64.ts'
import { maxPoolTfjs } from './pooling-tfjs.ts'

export const maxpool = pooling({
  name: 'maxpool',
  summary:
    'The largest entry of every window: maxpool(x, window, stride, padding) of H×W or C×H×W; the stride is the window if left out.',
  example: 'maxpool(h, 2, 2)',
  keepsIntegers: true,
  float64: maxPool64,
  tfjs: maxPoolTfjs,
})
