import { printShape, type TensorType, TypeProblem } from '../language/types.ts'
import { allInteger, article, known, takes, typeAt } from './check.ts'
import { type Convolution, convolve64 } from './convolution-float64.ts'
import { convolveTfjs } from './convolution-tfjs.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'
import { windowsOf } from './windows.ts'

/** The sizes of a convolution of row shapes x and w; a map without channels counts as one channel. */
function sizes(
  x: readonly number[],
  w: readonly number[],
  statics: readonly number[],
): Convolution & { channels: number; filters: number } {
  const [stride = 1, padding = 0, dilation = 1, groups = 1] = statics
  const windows = windowsOf([axis(x, -2), axis(x, -1)], [axis(w, -2), axis(w, -1)], { stride, padding, dilation })
  const [channels, filters] = x.length === 2 ? [1, 1] : [axis(x, 0), axis(w, 0)]
  return { ...windows, groups, channels, filters }
}

function resultShape(x: readonly number[], c: Convolution & { filters: number }): readonly number[] {
  return x.length === 2 ? [c.outHeight, c.outWidth] : [c.filters, c.outHeight, c.outWidth]
}

function checkChannels(x: TensorType, w: TensorType, groups: number): void {
  const plain = x.shape.length === 2 && w.shape.length === 2
  if (!plain && !(x.shape.length === 3 && w.shape.length === 4)) {
    throw new TypeProblem(
      `conv2d needs a map H×W with a kernel, or C×H×W with K×C×kh×kw filters, not ${article(x.shape)} and ${article(w.shape)}.`,
    )
  }
  if (plain && groups === 1) return
  const [channels, filters, perGroup] = [axis(x.shape, 0), axis(w.shape, 0), axis(w.shape, 1)]
  if (plain || channels !== perGroup * groups || filters % groups !== 0) {
    throw new TypeProblem(
      `The filters ${printShape(w.shape)} of conv2d do not fit ${channels} channels in ${groups} groups.`,
    )
  }
}

export const conv2d: Operation = {
  name: 'conv2d',
  summary:
    'The convolution layer (cross-correlation): conv2d(x, w, stride, padding, dilation, groups) of H×W with kh×kw, or of C×H×W with K×C×kh×kw.',
  example: 'conv2d(x, w, 2, 1)',
  statics: [2, 3, 4, 5],
  check(args, values) {
    takes('conv2d', args, 2, 6)
    const [x, w] = [typeAt(args, 0), typeAt(args, 1)]
    const names = ['The stride', 'The padding', 'The dilation', 'The number of groups']
    const statics = args.slice(2).map((_, i) => known('conv2d', values[i + 2], names[i] ?? '', i === 1 ? 0 : 1, 64))
    checkChannels(x, w, statics[3] ?? 1)
    return { shape: resultShape(x.shape, sizes(x.shape, w.shape, statics)), integer: allInteger([x, w]) }
  },
  float64(args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const c = sizes(x.shape, w.shape, statics)
    const maps = tensor64([c.channels, c.height, c.width], x.data)
    const y = convolve64(maps, tensor64([c.filters, c.channels / c.groups, ...c.kernel], w.data), c)
    return tensor64(resultShape(x.shape, c), y.data)
  },
  tfjs(tf, args, statics) {
    const [x, w] = [argument(args, 0), argument(args, 1)]
    const shape = x.shape.slice(1)
    const c = sizes(shape, w.shape.slice(1), statics)
    const maps = reshapeRows(x, [c.channels, c.height, c.width])
    const filters = reshapeRows(w, [c.filters, c.channels / c.groups, ...c.kernel])
    return reshapeRows(convolveTfjs(tf, maps, filters, c), resultShape(shape, c))
  },
}
