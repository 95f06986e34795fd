import { printShape, type TensorType, TypeProblem } from '../language/types.ts'
import { ranked, requireScalar, sameShape, takes, typeAt } from './check.ts'
import { alongLines } from './gradient-texts.ts'
import { mapLines } from './lines.ts'
import type { Operation } from './operation.ts'
import { squaresAround, total } from './reduction.ts'
import { align } from './rows.ts'
import { argument, axis } from './tensor64.ts'

const usualEpsilon = 1e-5

export const layernorm: Operation = {
  name: 'layernorm',
  summary:
    'γ ⊙ (x - mean)/√(variance + ε) + β along a vector or each row; the variance divides by n; ε is 1e-5 if left out.',
  example: 'layernorm(x, gamma, beta, 1e-5)',
  gradient({ shapes: [shape = [], gamma = [], beta = [], ...small] }) {
    const epsilon = small.length > 0 ? 'x_4' : usualEpsilon
    const [rows, n] = [axis(shape, 0), axis(shape, -1)]
    const mean = (source: string) => `(${alongLines(shape)(source)} / ${n})`
    const centred = `(x - ${mean('x')})`
    const root = `sqrt(${mean(`${centred} .* ${centred}`)} + ${epsilon})`
    const normal = `(${centred} ./ ${root})`
    const scaled = gamma.length === 1 && shape.length === 2 ? `(g .* outer(ones(${rows}), x_2))` : '(g .* x_2)'
    const toScale = (scale: readonly number[], flow: string) =>
      scale.length < shape.length && scale.length > 0 ? `sum_columns(${flow})` : flow
    return [
      `(${scaled} - ${mean(scaled)} - ${normal} .* ${mean(`${scaled} .* ${normal}`)}) ./ ${root}`,
      toScale(gamma, `g .* ${normal}`),
      toScale(beta, 'g'),
      `-0.5 sum(${scaled} .* ${normal} ./ (${root} .* ${root}))`,
    ]
  },
  check(args) {
    takes('layernorm', args, 3, 4)
    const shape = ranked('layernorm', typeAt(args, 0), [1, 2], 'a vector or a matrix')
    scaleOf(typeAt(args, 1), 'γ', axis(shape, -1))
    scaleOf(typeAt(args, 2), 'β', axis(shape, -1))
    if (args[3]) requireScalar('layernorm', args[3], 'ε')
    return { shape, integer: false }
  },
  float64(args) {
    const [x, gamma, beta] = [argument(args, 0), argument(args, 1), argument(args, 2)]
    const epsilon = args[3]?.data[0] ?? usualEpsilon
    return mapLines(x, (line) => {
      const mean = total(line) / line.length
      const root = Math.sqrt(squaresAround(line) / line.length + epsilon)
      return line.map(
        (v, j) =>
          (gamma.data[j % gamma.data.length] ?? 1) * ((v - mean) / root) + (beta.data[j % beta.data.length] ?? 0),
      )
    })
  },
  tfjs(tf, args) {
    const epsilon = args[3] ?? tf.fill([1], usualEpsilon)
    const [x, gamma, beta, small] = align([argument(args, 0), argument(args, 1), argument(args, 2), epsilon])
    const centred = tf.sub(x, tf.mean(x, -1, true))
    const variance = tf.mean(tf.square(centred), -1, true)
    const normal = tf.div(centred, tf.sqrt(tf.add(variance, small)))
    return tf.add(tf.mul(normal, gamma), beta)
  },
}

function scaleOf(type: TensorType, name: string, length: number): void {
  if (type.shape.length === 0 || sameShape(type.shape, [length])) return
  throw new TypeProblem(
    `${name} of layernorm must be a scalar or have ${length} entries, not shape ${printShape(type.shape)}.`,
  )
}
