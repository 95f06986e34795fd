import { allInteger, takes, typeAt } from './check.ts'
import { convolve64 } from './convolution-float64.ts'
import { checkFilters, convolutionOf, convolutionStatics, convolvedShape, fullShapes } from './convolution-sizes.ts'
import { convolveTfjs } from './convolution-tfjs.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const conv2d: Operation = {
  name: 'conv2d',
  summary:
    'The convolution layer (cross-correlation): conv2d(x, w, stride, padding, dilation, groups) of H×W with kh×kw, or of C×H×W with K×C×kh×kw.',
  example: 'conv2d(x, w, 2, 1)',
  gradient: ({ statics }) => [
    callText('conv2d_input_grad', ['x_1', 'x_2', 'g'], statics),
    callText('conv2d_kernel_grad', ['x_1', 'x_2', 'g'], statics),
  ],
  statics: [2, 3, 4, 5],
  check(args, values) {
    takes('conv2d', args, 2, 6)
    const [x, w] = [typeAt(args, 0), typeAt(args, 1)]
    const statics = convolutionStatics('conv2d', 2, args, values)
    checkFilters('conv2d', x.shape, w.shape, statics[3] ?? 1)
    const shape = convolvedShape(x.shape.length === 2, convolutionOf(x.shape, w.shape, statics))
    return { shape, integer: allInteger([x, w]) }
  },
  float64(args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const c = convolutionOf(x.shape, w.shape, statics)
    const full = fullShapes(c)
    const y = convolve64(tensor64(full.x, x.data), tensor64(full.w, w.data), c)
    return tensor64(convolvedShape(x.shape.length === 2, c), y.data)
  },
  tfjs(tf, args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const c = convolutionOf(x.shape.slice(1), w.shape.slice(1), statics)
    const full = fullShapes(c)
    const y = convolveTfjs(tf, reshapeRows(x, full.x), reshapeRows(w, full.w), c)
    return reshapeRows(y, convolvedShape(x.rank === 3, c))
  },
}
