/** The value below which the share `p` (0..1) of the sample lies, between neighbours linearly. */
export function quantile(sample: readonly number[], p: number): number {
  if (sample.length === 0) throw new Error('a quantile of nothing')
  const sorted = [...sample].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const low = Math.floor(at)
  const next = sorted[Math.min(low + 1, sorted.length - 1)]!
  return sorted[low]! + (next - sorted[low]!) * (at - low)
}

export const median = (sample: readonly number[]) => quantile(sample, 0.5)
