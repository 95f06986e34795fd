/** The least, the middle and the most of some numbers. */
export interface Spread {
  smallest: number
  median: number
  largest: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (k: number) => sorted[k] ?? 0
  const middle = (sorted.length - 1) / 2
  const median = sorted.length === 0 ? 0 : (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
  return { smallest: at(0), median, largest: at(sorted.length - 1) }
}
