import { type GoldenAdapter, input, sizes } from './golden.ts'

/** A 1×1 convolution, and the dense layer at every position that it must equal. */
export const conv1x1: GoldenAdapter = (golden) => {
  const { x, w, b } = { x: input(golden, 'x'), w: input(golden, 'w'), b: input(golden, 'b') }
  const [rows = 1, channels = 1, height = 1, width = 1] = sizes(x, 4)
  const filters = w.shape[0] ?? 1
  const [cells, out] = [height * width, `${filters}, ${height}, ${width}`]
  return {
    rows,
    values: {
      x: { shape: [channels, height, width], data: x.data },
      w: { shape: [filters, channels], data: w.data },
      b,
    },
    steps: {
      map: `conv2d(x, reshape(w, ${filters}, ${channels}, 1, 1), 1, 0)`,
      y: `map + reshape(outer(b, ones(${cells})), ${out})`,
      pixels: `reshape(reshape(x, ${channels}, ${cells})^T, ${cells}, ${channels})`,
      same: `reshape(dense(pixels, w, b)^T, ${out})`,
      difference: 'max(abs(same - y))',
    },
    // nothing is right where the two differ
    outputs: { y: (steps) => (Math.max(...steps('difference')) < 1e-5 ? steps('y') : []) },
  }
}
