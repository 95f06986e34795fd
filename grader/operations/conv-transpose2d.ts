import { printShape, TypeProblem } from '../language/types.ts'
import { allInteger, known, ranked, takes, typeAt } from './check.ts'
import { type Convolution, convolutionInputGradient64 } from './convolution-float64.ts'
import { convolutionInputGradientTfjs } from './convolution-tfjs.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

const bounds: readonly [what: string, low: number, high: number][] = [
  ['The stride', 1, 64],
  ['The padding', 0, 64],
  ['The output padding', 0, 63],
  ['The dilation', 1, 64],
  ['The number of groups', 1, 1024],
]

/** The convolution from the result (its input) to x (its output): a transposed convolution is what flows back through it. */
function convolutionBehind(
  x: readonly number[],
  w: readonly number[],
  statics: readonly number[],
): Convolution & { channels: number } {
  const [stride = 1, padding = 0, outputPadding = 0, dilation = 1, groups = 1] = statics
  const kernel = [axis(w, 2), axis(w, 3)] as const
  const [height = 0, width = 0] = [axis(x, 1), axis(x, 2)].map(
    (n, i) => (n - 1) * stride - 2 * padding + dilation * ((kernel[i] ?? 1) - 1) + outputPadding + 1,
  )
  if (height < 1 || width < 1) throw new TypeProblem(`The result of conv_transpose2d would be ${height}×${width}.`)
  const places = { stride, padding, dilation, outHeight: axis(x, 1), outWidth: axis(x, 2) }
  return { height, width, kernel, groups, channels: axis(w, 1) * groups, ...places }
}

export const convTranspose2d: Operation = {
  name: 'conv_transpose2d',
  summary:
    'The transposed convolution of C×H×W maps with C×K×kh×kw filters: conv_transpose2d(x, w, stride, padding, output_padding, dilation, groups).',
  example: 'conv_transpose2d(x, w, 2, 0)',
  gradient({ statics }) {
    const [stride = 1, padding = 0, outputPadding = 0, ...rest] = statics
    if (outputPadding >= stride) throw new TypeProblem('the output padding is not below the stride')
    const places = [stride, padding, ...rest]
    return [callText('conv2d', ['g', 'x_2'], places), callText('conv2d_kernel_grad', ['g', 'x_2', 'x_1'], places)]
  },
  statics: [2, 3, 4, 5, 6],
  check(args, values) {
    takes('conv_transpose2d', args, 2, 7)
    const x = ranked('conv_transpose2d', typeAt(args, 0), [3], 'C×H×W maps')
    const w = ranked('conv_transpose2d', typeAt(args, 1), [4], 'C×K×kh×kw filters')
    const given = bounds.slice(0, args.length - 2)
    const statics = given.map(([what, low, high], i) => known('conv_transpose2d', values[i + 2], what, low, high))
    if (axis(x, 0) !== axis(w, 0) || axis(x, 0) % (statics[4] ?? 1) !== 0) {
      throw new TypeProblem(`The filters ${printShape(w)} of conv_transpose2d do not fit the maps ${printShape(x)}.`)
    }
    const c = convolutionBehind(x, w, statics)
    return { shape: [c.channels, c.height, c.width], integer: allInteger(args.slice(0, 2)) }
  },
  float64(args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const c = convolutionBehind(x.shape, w.shape, statics)
    return convolutionInputGradient64(tensor64(x.shape, x.data), w, c.channels, c)
  },
  tfjs(tf, args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const c = convolutionBehind(x.shape.slice(1), w.shape.slice(1), statics)
    return convolutionInputGradientTfjs(tf, x, w, c.channels, c)
  },
}
