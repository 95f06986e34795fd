/**
 * The shape of a product that is no scaling: `[m,k]·[k,n]`, `[m,k]·[k]`, `[k]·[1,n]` (outer), `[1,k]·[k]` (scalar).
 * A vector `[n]` is a column. What ends as 1×1 or as one entry is a scalar. Null where the sides do not fit.
 */
export function productShape(left: readonly number[], right: readonly number[]): number[] | null {
  if (left.length === 0 || right.length === 0 || left.length > 2 || right.length > 2) return null
  const [rows, inner] = left.length === 2 ? left : [left[0], 1]
  const [same, columns] = right.length === 2 ? right : [right[0], 1]
  if (left.length === 1 && right.length === 1) return null
  if (rows === undefined || columns === undefined || inner !== same) return null
  if (rows === 1 && columns === 1) return []
  return right.length === 2 ? [rows, columns] : [rows]
}

/** The shape of an element-wise operation: equal shapes, or a scalar on one side. Null where they differ. */
export function elementwiseShape(left: readonly number[], right: readonly number[]): number[] | null {
  if (left.length === 0) return [...right]
  if (right.length === 0) return [...left]
  return left.length === right.length && left.every((n, i) => n === right[i]) ? [...left] : null
}
