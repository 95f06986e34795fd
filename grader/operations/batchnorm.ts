import { channelAt, channelsOf, channelTexts, checkEpsilon, checkPerChannel, perChannelTfjs } from './channels.ts'
import { takes, typeAt } from './check.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

const usualEpsilon = 1e-5

export const batchnorm: Operation = {
  name: 'batchnorm',
  summary:
    'Batch normalisation in training, of N×C or N×C×H×W: γ ⊙ (x - mean)/√(variance + ε) + β of every channel over the batch; the variance divides by n.',
  example: 'batchnorm(X, gamma, beta, 1e-5)',
  gradient({ shapes: [shape = [], gamma = [], , ...small] }) {
    const { entries, sum, wide } = channelTexts(shape)
    const epsilon = small.length > 0 ? 'x_4' : usualEpsilon
    const mean = (e: string) => wide(`(${sum(e)} / ${entries})`)
    const centred = `(x - ${mean('x')})`
    const root = `sqrt(${mean(`${centred} .* ${centred}`)} + ${epsilon})`
    const normal = `(${centred} ./ ${root})`
    const scaled = `(g .* ${gamma.length === 0 ? 'x_2' : wide('x_2')})`
    return [
      `(${scaled} - ${mean(scaled)} - ${normal} .* ${mean(`${scaled} .* ${normal}`)}) ./ ${root}`,
      sum(`g .* ${normal}`),
      sum('g'),
      `-0.5 sum(${scaled} .* ${normal} ./ (${root} .* ${root}))`,
    ]
  },
  check(args) {
    takes('batchnorm', args, 3, 4)
    const shape = channelsOf('batchnorm', typeAt(args, 0))
    checkPerChannel('batchnorm', 'γ', typeAt(args, 1), axis(shape, 1))
    checkPerChannel('batchnorm', 'β', typeAt(args, 2), axis(shape, 1))
    checkEpsilon('batchnorm', args[3])
    return { shape, integer: false }
  },
  float64(args) {
    const [x, gamma, beta] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const epsilon = args[3]?.data[0] ?? usualEpsilon
    const channel = channelAt(x.shape)
    const y = tensor64(x.shape)
    for (let c = 0; c < axis(x.shape, 1); c++) {
      const places = [...x.data.keys()].filter((i) => channel(i) === c)
      const mean = places.reduce((sum, i) => sum + (x.data[i] ?? 0), 0) / places.length
      const variance = places.reduce((sum, i) => sum + ((x.data[i] ?? 0) - mean) ** 2, 0) / places.length
      const [scale, shift] = [gamma, beta].map(({ data }) => data[c % data.length] ?? 0)
      for (const i of places)
        y.data[i] = ((scale ?? 1) * ((x.data[i] ?? 0) - mean)) / Math.sqrt(variance + epsilon) + (shift ?? 0)
    }
    return y
  },
  tfjs(tf, args) {
    const x = argument(args, 0)
    const along = [1, ...(x.rank === 5 ? [3, 4] : [])]
    const epsilon = args[3] ?? tf.fill([1], usualEpsilon)
    const [gamma, beta, small] = [argument(args, 1), argument(args, 2), epsilon].map((v) =>
      perChannelTfjs(v, x.rank - 1),
    )
    const centred = tf.sub(x, tf.mean(x, along, true))
    const variance = tf.mean(tf.square(centred), along, true)
    const normal = tf.div(centred, tf.sqrt(tf.add(variance, small ?? usualEpsilon)))
    return tf.add(tf.mul(normal, gamma ?? 1), beta ?? 0)
  },
}
