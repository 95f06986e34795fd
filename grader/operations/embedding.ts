import { batchMatMul } from './batch-matmul.ts'
import { ranked, takes, typeAt } from './check.ts'
import { oneHot } from './one-hot.ts'
import type { Operation } from './operation.ts'
import { reshapeRows } from './rows.ts'
import { argument, axis, tensor64 } from './tensor64.ts'

export const embedding: Operation = {
  name: 'embedding',
  summary:
    'The rows of a table E at the given places (from 1): a vector for one place, one row a place for a vector of them.',
  example: 'embedding(E, tokens)',
  gradient: ({ shapes: [table = [], places = []] }) => [
    places.length === 0 ? `outer(one_hot(x_2, ${table[0]}), g)` : `one_hot(x_2, ${table[0]})^T g`,
    null,
  ],
  check(args) {
    takes('embedding', args, 2)
    const table = ranked('embedding', typeAt(args, 0), [2], 'a table with one row an entry')
    const places = ranked('embedding', typeAt(args, 1), [0, 1], 'one place or a vector of places')
    return { shape: [...places, axis(table, 1)], integer: typeAt(args, 0).integer }
  },
  float64(args) {
    const [table, places] = [argument(args, 0), argument(args, 1)]
    const width = axis(table.shape, 1)
    const result = tensor64([...places.shape, width])
    places.data.forEach((place, t) => {
      // no such row: zeros, as a product with a one-hot vector gives
      const row = Number.isInteger(place) ? table.data.subarray((place - 1) * width, place * width) : []
      if (place >= 1 && place <= axis(table.shape, 0)) result.data.set(row, t * width)
    })
    return result
  },
  tfjs(tf, args) {
    const [table, places] = [argument(args, 0), argument(args, 1)]
    const count = places.rank === 1 ? 1 : axis(places.shape, 1)
    const hot = oneHot.tfjs(tf, [reshapeRows(places, [count])], [axis(table.shape, 1)], [])
    const rows = batchMatMul(tf, hot, table)
    return reshapeRows(rows, [...places.shape.slice(1), axis(table.shape, 2)])
  },
}
