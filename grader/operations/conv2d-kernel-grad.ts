import { printShape, TypeProblem } from '../language/types.ts'
import { allInteger, sameShape, takes, typeAt } from './check.ts'
import { convolutionKernelGradient64 } from './convolution-float64.ts'
import { checkFilters, convolutionOf, convolutionStatics, convolvedShape, fullShapes } from './convolution-sizes.ts'
import { convolutionKernelGradientTfjs } from './convolution-tfjs.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, tensor64 } from './tensor64.ts'

export const conv2dKernelGrad: Operation = {
  name: 'conv2d_kernel_grad',
  summary:
    'The gradient of the filters w of conv2d(x, w, …), given the gradient g of its result: conv2d_kernel_grad(x, w, g, stride, padding, dilation, groups).',
  example: 'conv2d_kernel_grad(x, w, g, 2, 1)',
  gradient: ({ statics }) => [
    callText('conv2d_input_grad', ['x_1', 'g', 'x_3'], statics),
    null,
    callText('conv2d', ['x_1', 'g'], statics),
  ],
  statics: [3, 4, 5, 6],
  check(args, values) {
    takes('conv2d_kernel_grad', args, 3, 7)
    const [x, w] = [typeAt(args, 0).shape, typeAt(args, 1).shape]
    const statics = convolutionStatics('conv2d_kernel_grad', 3, args, values)
    checkFilters('conv2d_kernel_grad', x, w, statics[3] ?? 1)
    const wanted = convolvedShape(x.length === 2, convolutionOf(x, w, statics))
    const given = typeAt(args, 2).shape
    if (!sameShape(wanted, given)) {
      throw new TypeProblem(
        `The gradient given to conv2d_kernel_grad must be ${printShape(wanted)}, not ${printShape(given)}.`,
      )
    }
    return { shape: w, integer: allInteger([typeAt(args, 0), typeAt(args, 2)]) }
  },
  float64(args, statics) {
    const [x, w, g] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const c = convolutionOf(x.shape, w.shape, statics)
    const full = fullShapes(c)
    const gw = convolutionKernelGradient64(tensor64(full.x, x.data), tensor64(full.y, g.data), c)
    return tensor64(w.shape, gw.data)
  },
  tfjs(tf, args, statics) {
    const [x, w, g] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const c = convolutionOf(x.shape.slice(1), w.shape.slice(1), statics)
    const full = fullShapes(c)
    const gw = convolutionKernelGradientTfjs(tf, reshapeRows(x, full.x), reshapeRows(g, full.y), c)
    return reshapeRows(gw, w.shape.slice(1))
  },
}
