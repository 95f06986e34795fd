import { TypeProblem } from '../language/types.ts'
import { article, known, ranked, takes, typeAt } from './check.ts'
import { callText } from './gradient-texts.ts'
import type { Operation } from './operation.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

function cropped(shape: readonly number[], p: number): number[] {
  return shape.map((n, i) => (i >= shape.length - 2 ? n - 2 * p : n))
}

export const crop: Operation = {
  name: 'crop',
  summary:
    'The map (each of C maps) without p entries on every side; a vector without p entries at both ends: undoes pad.',
  example: 'crop(x, 1)',
  gradient: ({ statics }) => [callText('pad', ['g'], statics)],
  statics: [1],
  check(args, values) {
    takes('crop', args, 2)
    const { integer, shape } = typeAt(args, 0)
    ranked('crop', typeAt(args, 0), [1, 2, 3], 'a vector, a map or C maps')
    const result = cropped(shape, known('crop', values[1], 'The border', 0, 64))
    if (result.some((n) => n < 1)) throw new TypeProblem(`Nothing is left of ${article(shape)} without such a border.`)
    return { shape: result, integer }
  },
  float64(args, statics) {
    const { shape, data } = argument(args, 0)
    const p = argument(statics, 0)
    const result = tensor64(cropped(shape, p))
    const [height, width] = [shape.length === 1 ? 1 : axis(shape, -2), axis(shape, -1)]
    const [tall, wide, top] = shape.length === 1 ? [1, width - 2 * p, 0] : [height - 2 * p, width - 2 * p, p]
    for (let line = 0; line * wide < result.data.length; line++) {
      const [map, row] = [Math.floor(line / tall), line % tall]
      const start = (map * height + row + top) * width + p
      result.data.set(data.subarray(start, start + wide), line * wide)
    }
    return result
  },
  tfjs(tf, args, statics) {
    const x = argument(args, 0)
    const p = argument(statics, 0)
    const inner = (i: number) => i > 0 && i >= x.rank - 2
    return tf.slice(
      x,
      x.shape.map((_, i) => (inner(i) ? p : 0)),
      x.shape.map((n, i) => (inner(i) ? n - 2 * p : n)),
    )
  },
}
