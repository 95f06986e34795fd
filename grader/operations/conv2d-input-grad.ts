import { printShape, TypeProblem } from '../language/types.ts'
import { allInteger, sameShape, takes, typeAt } from './check.ts'
import { convolutionInputGradient64 } from './convolution-float64.ts'
import { checkFilters, convolutionOf, convolutionStatics, convolvedShape, fullShapes } from './convolution-sizes.ts'
import { convolutionInputGradientTfjs } from './convolution-tfjs.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const conv2dInputGrad: Operation = {
  name: 'conv2d_input_grad',
  summary:
    'What flows back to the maps x through conv2d(x, w, …), given the gradient g of its result: conv2d_input_grad(x, w, g, stride, padding, dilation, groups).',
  example: 'conv2d_input_grad(x, w, g, 2, 1)',
  gradient: ({ statics }) => [
    null,
    callText('conv2d_kernel_grad', ['g', 'x_2', 'x_3'], statics),
    callText('conv2d', ['g', 'x_2'], statics),
  ],
  statics: [3, 4, 5, 6],
  check(args, values) {
    takes('conv2d_input_grad', args, 3, 7)
    const [x, w] = [typeAt(args, 0).shape, typeAt(args, 1).shape]
    const statics = convolutionStatics('conv2d_input_grad', 3, args, values)
    checkFilters('conv2d_input_grad', x, w, statics[3] ?? 1)
    const wanted = convolvedShape(x.length === 2, convolutionOf(x, w, statics))
    const given = typeAt(args, 2).shape
    if (!sameShape(wanted, given)) {
      throw new TypeProblem(
        `The gradient given to conv2d_input_grad must be ${printShape(wanted)}, not ${printShape(given)}.`,
      )
    }
    return { shape: x, integer: allInteger(args.slice(1, 3)) }
  },
  float64(args, statics) {
    const [x, w, g] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const c = convolutionOf(x.shape, w.shape, statics)
    const full = fullShapes(c)
    const gx = convolutionInputGradient64(tensor64(full.y, g.data), tensor64(full.w, w.data), c.channels, c)
    return tensor64(x.shape, gx.data)
  },
  tfjs(tf, args, statics) {
    const [x, w, g] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const c = convolutionOf(x.shape.slice(1), w.shape.slice(1), statics)
    const full = fullShapes(c)
    const gx = convolutionInputGradientTfjs(tf, reshapeRows(g, full.y), reshapeRows(w, full.w), c.channels, c)
    return reshapeRows(gx, x.shape.slice(1))
  },
}
