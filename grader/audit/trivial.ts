import type { StoredTensor } from '../question/variant.ts'

/** Whether one number in every cell would be right: `zero` for 0, `constant` for another one in two cells or more. */
export function triviality(truth: StoredTensor, bands: readonly number[]): 'zero' | 'constant' | null {
  const within = (c: number) => truth.data.every((value, i) => Math.abs(value - c) <= (bands[i] ?? 0) * (1 + 1e-9))
  if (within(0)) return 'zero'
  if (truth.data.length < 2) return null
  const low = Math.max(...truth.data.map((value, i) => value - (bands[i] ?? 0)))
  const high = Math.min(...truth.data.map((value, i) => value + (bands[i] ?? 0)))
  return within((low + high) / 2) ? 'constant' : null
}
