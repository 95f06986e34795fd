import { TypeProblem } from '../language/types.ts'
import { checkEpsilon, checkPerChannel } from './channels.ts'
import { known, ranked, takes, typeAt } from './check.ts'
import { alongLines, reshaped } from './gradient-texts.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { squaresAround, total } from './reduction.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

const usualEpsilon = 1e-5

export const groupnorm: Operation = {
  name: 'groupnorm',
  summary:
    'Group normalisation of C×H×W maps: groupnorm(x, groups, gamma, beta, eps); with one group a layer norm, with C groups an instance norm; γ and β a channel.',
  example: 'groupnorm(X, 2, gamma, beta)',
  statics: [1],
  gradient({ shapes: [shape = [], gamma = [], , ...small], statics: [groups = 1] }) {
    const [channels, cells] = [axis(shape, 0), axis(shape, 1) * axis(shape, 2)]
    const lines = [groups, (channels / groups) * cells]
    const sum = alongLines(lines)
    const mean = (e: string) => `(${sum(e)} / ${lines[1]})`
    const x = reshaped('x', lines)
    const centred = `(${x} - ${mean(x)})`
    const root = `sqrt(${mean(`${centred} .* ${centred}`)} + ${small.length > 0 ? 'x_4' : usualEpsilon})`
    const normal = `(${centred} ./ ${root})`
    const wide = gamma.length === 0 ? 'x_2' : reshaped(`outer(x_2, ones(${cells}))`, lines)
    const scaled = `(${reshaped('g', lines)} .* ${wide})`
    const perChannel = (e: string) => `sum_rows(${reshaped(e, [channels, cells])})`
    return [
      reshaped(`(${scaled} - ${mean(scaled)} - ${normal} .* ${mean(`${scaled} .* ${normal}`)}) ./ ${root}`, shape),
      perChannel(`${reshaped('g', lines)} .* ${normal}`),
      perChannel('g'),
      `-0.5 sum(${scaled} .* ${normal} ./ (${root} .* ${root}))`,
    ]
  },
  check(args, values) {
    takes('groupnorm', args, 4, 5)
    const shape = ranked('groupnorm', typeAt(args, 0), [3], 'C×H×W maps')
    const channels = axis(shape, 0)
    const groups = known('groupnorm', values[1], 'The number of groups', 1, channels)
    if (channels % groups !== 0)
      throw new TypeProblem(`groupnorm can not divide ${channels} channels into ${groups} groups.`)
    checkPerChannel('groupnorm', 'γ', typeAt(args, 2), channels)
    checkPerChannel('groupnorm', 'β', typeAt(args, 3), channels)
    checkEpsilon('groupnorm', args[4])
    return { shape, integer: false }
  },
  float64(args, statics) {
    const [x, gamma, beta] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const epsilon = args[3]?.data[0] ?? usualEpsilon
    const length = x.data.length / argument(statics, 0)
    const cells = axis(x.shape, 1) * axis(x.shape, 2)
    const y = mapLines(tensor64([argument(statics, 0), length], x.data), (line, group) => {
      const mean = total(line) / length
      const root = Math.sqrt(squaresAround(line) / length + epsilon)
      return line.map((value, j) => {
        const channel = Math.floor((group * length + j) / cells)
        const [scale, shift] = [gamma, beta].map(({ data }) => data[channel % data.length] ?? 0)
        return ((scale ?? 1) * (value - mean)) / root + (shift ?? 0)
      })
    })
    return tensor64(x.shape, y.data)
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const [channels, height, width] = [axis(x.shape, 1), axis(x.shape, 2), axis(x.shape, 3)]
    const lines = reshapeRows(x, [argument(statics, 0), x.size / (axis(x.shape, 0) * argument(statics, 0))])
    const centred = tf.sub(lines, tf.mean(lines, 2, true))
    const epsilon = reshapeRows(args[3] ?? tf.fill([1], usualEpsilon), [1, 1])
    const normal = tf.div(centred, tf.sqrt(tf.add(tf.mean(tf.square(centred), 2, true), epsilon)))
    const wide = (position: number) => {
      const v = argument(args, position)
      return reshapeRows(v, v.rank === 1 ? [1, 1, 1] : [channels, 1, 1])
    }
    return tf.add(tf.mul(reshapeRows(normal, [channels, height, width]), wide(1)), wide(2))
  },
}
