import type { StoredTensor } from '../../../grader/question/variant.ts'

const mostPlaces = 6

/** Decimals needed to print every entry exactly, at most six. */
function placesOf(data: readonly number[]): number {
  let places = 0
  for (const x of data) {
    while (places < mostPlaces && Number.isFinite(x) && Number(x.toFixed(places)) !== Number(x.toFixed(mostPlaces)))
      places++
  }
  return places
}

function printer(data: readonly number[], places: number | undefined): (x: number | undefined) => string {
  const digits = places ?? placesOf(data)
  return (x = Number.NaN) => {
    if (!Number.isFinite(x)) return Number.isNaN(x) ? '\\text{?}' : x > 0 ? '\\infty' : '-\\infty'
    const text = x.toFixed(digits)
    return Number(text) === 0 ? text.replace('-', '') : text
  }
}

/**
 * A value as LaTeX: a number, a vector, a matrix, or for rank 3 and more its slices one after the other. Entries of one
 * tensor share their number of decimals. A vector in a line of text stands as a transposed row so that lines keep their height.
 */
export function tensorLatex(tensor: StoredTensor, options: { inline?: boolean; places?: number } = {}): string {
  const { shape, data } = tensor
  const print = printer(data, options.places)
  if (shape.length === 0) return print(data[0])
  if (shape.length === 1) {
    return options.inline
      ? `[${data.map(print).join(',\\,')}]^{\\top}`
      : `\\begin{bmatrix}${data.map(print).join('\\\\')}\\end{bmatrix}`
  }
  const [rows = 0, columns = 0] = shape.slice(-2)
  const slice = (from: number): string => {
    const lines = Array.from({ length: rows }, (_, i) =>
      data
        .slice(from + i * columns, from + (i + 1) * columns)
        .map(print)
        .join('&'),
    )
    return `\\begin{bmatrix}${lines.join('\\\\')}\\end{bmatrix}`
  }
  const count = rows * columns === 0 ? 0 : data.length / (rows * columns)
  return Array.from({ length: count }, (_, k) => slice(k * rows * columns)).join(',\\;')
}

/** A value in plain words for text alternatives: `3`, `1, 2, 3`, `1, 2; 3, 4`. */
export function tensorWords(tensor: StoredTensor): string {
  const print = printer(tensor.data, undefined)
  const columns = tensor.shape.at(-1) ?? 1
  const rows: string[] = []
  for (let at = 0; at < tensor.data.length; at += Math.max(1, columns)) {
    rows.push(
      tensor.data
        .slice(at, at + Math.max(1, columns))
        .map(print)
        .join(', '),
    )
  }
  return rows.join('; ')
}
