import { callText } from './gradient-texts.ts'
import { countsPadding } from './pool-arguments.ts'
import { pooling } from './pooling.ts'
import { averagePool64 } from './pooling-float64.ts'
import { averagePoolTfjs } from './pooling-tfjs.ts'

export const avgpool = pooling({
  name: 'avgpool',
  summary:
    'The mean of every window of H×W or C×H×W: avgpool(x, window, stride, padding, round_up, without_padding); zeros of the padding count unless the last is 1.',
  example: 'avgpool(h, 2, 2)',
  gradient: ({ statics }) => [callText('avgpool_grad', ['x', 'g'], statics)],
  option: 'without padding',
  integers: 'lost',
  float64: (x, windows, statics) => averagePool64(x, windows, countsPadding(statics)),
  tfjs: (tf, x, windows, statics) => averagePoolTfjs(tf, x, windows, countsPadding(statics)),
})
