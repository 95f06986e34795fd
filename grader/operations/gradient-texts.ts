import { axis } from './tensor64.ts'

/** Texts that gradient rules are put together from. */

/** A value in another shape of its size; the shape must not be that of a scalar. */
export function reshaped(source: string, shape: readonly number[]): string {
  return `reshape(${source}, ${shape.join(', ')})`
}

/** A call with static arguments behind the others. */
export function callText(name: string, args: readonly string[], statics: readonly number[]): string {
  return `${name}(${[...args, ...statics].join(', ')})`
}

/**
 * How the sum along every line (the last axis) of a tensor is written, repeated along the line: the number itself where
 * there is one line only.
 */
export function alongLines(shape: readonly number[]): (source: string) => string {
  const n = axis(shape, -1)
  if (shape.length === 1) return (source) => `sum(${source})`
  const repeated = (source: string) => `outer(sum_rows(${source}), ones(${n}))`
  if (shape.length === 2) return repeated
  const lines = [shape.slice(0, -1).reduce((a, b) => a * b, 1), n]
  return (source) => reshaped(repeated(reshaped(source, lines)), shape)
}

/** W^T v; of a single row, whose transpose is a vector, v is the only factor. */
export function columnsTimes(matrix: string, shape: readonly number[], vector: string): string {
  return axis(shape, 0) === 1 ? `sum(${vector}) ${matrix}` : `${matrix}^T ${vector}`
}
