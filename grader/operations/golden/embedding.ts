import { type GoldenAdapter, input } from './golden.ts'

/** A table looked up by a matrix of one-hot rows; its transpose adds up the gradients of repeated places. */
export const embedding: GoldenAdapter = (golden) => {
  const { E, idx, gy } = { E: input(golden, 'E'), idx: input(golden, 'idx'), gy: input(golden, 'gy') }
  const [entries = 1, width = 1] = E.shape
  const tokens = idx.data.length
  return {
    rows: 1,
    values: {
      E,
      i: { shape: [tokens], data: idx.data.map((k) => k + 1) },
      g: { shape: [tokens, width], data: gy.data },
    },
    steps: {
      chosen: `stackrows(${idx.data.map((_, t) => `one_hot(i[${t + 1}], ${entries})`).join(', ')})`,
      y: 'chosen E',
      gE: 'chosen^T g',
    },
    outputs: { y: (steps) => steps('y'), gE: (steps) => steps('gE') },
  }
}
