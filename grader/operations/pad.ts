import { known, ranked, takes, typeAt } from './check.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

/** Only the last two axes (of a vector: its only one) grow. */
function padded(shape: readonly number[], p: number): number[] {
  return shape.map((n, i) => (i >= shape.length - 2 ? n + 2 * p : n))
}

export const pad: Operation = {
  name: 'pad',
  summary: 'p zeros on every side of a map (of each of C maps); of a vector, at both ends.',
  example: 'pad(x, 1)',
  gradient: ({ statics }) => [callText('crop', ['g'], statics)],
  statics: [1],
  check(args, values) {
    takes('pad', args, 2)
    const shape = ranked('pad', typeAt(args, 0), [1, 2, 3], 'a vector, a map or C maps')
    return { shape: padded(shape, known('pad', values[1], 'The padding', 0, 64)), integer: typeAt(args, 0).integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const p = argument(statics, 0)
    const result = tensor64(padded(shape, p))
    const width = axis(shape, -1)
    const height = shape.length === 1 ? 1 : axis(shape, -2)
    const [top, wide, tall] = shape.length === 1 ? [0, width + 2 * p, 1] : [p, width + 2 * p, height + 2 * p]
    for (let line = 0; line * width < data.length; line++) {
      const [map, row] = [Math.floor(line / height), line % height]
      result.data.set(data.subarray(line * width, (line + 1) * width), (map * tall + row + top) * wide + p)
    }
    return result
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const p = argument(statics, 0)
    return tf.pad(
      x,
      x.shape.map((_, i): [number, number] => (i > 0 && i >= x.rank - 2 ? [p, p] : [0, 0])),
    )
  },
}
