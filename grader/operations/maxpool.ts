import { callText } from './gradient-texts.ts'
import { pooling } from './pooling.ts'
import { maxPool64 } from './pooling-float64.ts'
import { maxPoolTfjs } from './pooling-tfjs.ts'

export const maxpool = pooling({
  name: 'maxpool',
  summary:
    'The largest entry of every window of H×W or C×H×W: maxpool(x, window, stride, padding, round_up, dilation); the stride is the window if left out.',
  example: 'maxpool(h, 2, 2)',
  gradient: ({ statics }) => [callText('maxpool_grad', ['x', 'g'], statics)],
  option: 'dilation',
  integers: 'kept',
  float64: maxPool64,
  tfjs: maxPoolTfjs,
})
