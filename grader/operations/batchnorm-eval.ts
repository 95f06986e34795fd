import { channelAt, channelsOf, channelTexts, checkEpsilon, checkPerChannel, perChannelTfjs } from './channels.ts'
import { takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

const usualEpsilon = 1e-5
const names = ['The mean', 'The variance', 'γ', 'β']

export const batchnormEval: Operation = {
  name: 'batchnorm_eval',
  summary:
    'Batch normalisation in use, of N×C or N×C×H×W, with given statistics a channel: batchnorm_eval(x, mean, variance, gamma, beta, eps).',
  example: 'batchnorm_eval(X, m, v, gamma, beta)',
  gradient({ shapes: [shape = [], mean = [], variance = [], gamma = [], , ...small] }) {
    const { sum, wide } = channelTexts(shape)
    const spread = (name: string, of: readonly number[]) => (of.length === 0 ? name : wide(name))
    const root = `sqrt(${spread('x_3', variance)} + ${small.length > 0 ? 'x_6' : usualEpsilon})`
    const centred = `(x - ${spread('x_2', mean)})`
    const back = `(g .* ${spread('x_4', gamma)} ./ ${root})`
    const toVariance = `(-0.5 ${back} .* ${centred} ./ (${root} .* ${root}))`
    return [back, sum(`-${back}`), sum(toVariance), sum(`g .* ${centred} ./ ${root}`), sum('g'), `sum(${toVariance})`]
  },
  check(args) {
    takes('batchnorm_eval', args, 5, 6)
    const shape = channelsOf('batchnorm_eval', typeAt(args, 0))
    for (const [i, what] of names.entries())
      checkPerChannel('batchnorm_eval', what, typeAt(args, i + 1), axis(shape, 1))
    checkEpsilon('batchnorm_eval', args[5])
    return { shape, integer: false }
  },
  float64(args) {
    const x = argument(args, 0)
    const channel = channelAt(x.shape)
    const epsilon = args[5]?.data[0] ?? usualEpsilon
    const of = (position: number, entry: number) => {
      const { data } = argument(args, position)
      return data[channel(entry) % data.length] ?? 0
    }
    return tensor64(
      x.shape,
      x.data.map((value, i) => (of(3, i) * (value - of(1, i))) / Math.sqrt(of(2, i) + epsilon) + of(4, i)),
    )
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    const wide = (position: number) => perChannelTfjs(argument(args, position), x.rank - 1)
    const epsilon = perChannelTfjs(args[5] ?? tf.fill([1], usualEpsilon), x.rank - 1)
    const normal = tf.div(tf.sub(x, wide(1)), tf.sqrt(tf.add(wide(2), epsilon)))
    return tf.add(tf.mul(normal, wide(3)), wide(4))
  },
}
