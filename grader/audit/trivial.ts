import type { StoredTensor } from '../question/variant.ts'

/**
 * Whether one number in every cell would be right: `zero` for 0, `constant` for another one in two cells or more, or for
 * 1 in a single cell that is no count.
 */
export function triviality(truth: StoredTensor, bands: readonly number[]): 'zero' | 'constant' | null {
  const within = (c: number) => truth.data.every((value, i) => Math.abs(value - c) <= (bands[i] ?? 0) * (1 + 1e-9))
  if (within(0)) return 'zero'
  if (truth.data.length < 2) return (bands[0] ?? 0) > 0 && within(1) ? 'constant' : null
  const low = Math.max(...truth.data.map((value, i) => value - (bands[i] ?? 0)))
  const high = Math.min(...truth.data.map((value, i) => value + (bands[i] ?? 0)))
  return within((low + high) / 2) ? 'constant' : null
}
