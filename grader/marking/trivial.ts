import type { StoredTensor } from '../question/variant.ts'
import type { Reading } from './reading.ts'

/** All zeros, or all alike (three entries, or whole numbers: two equal decimals may be chance), where the right value is not. */
export function isTrivial(findings: { reading: Reading; truth: StoredTensor } | undefined): boolean {
  if (findings?.reading.state !== 'read') return false
  const { reading, truth } = findings
  const typed = reading.values.filter((value) => !Number.isNaN(value))
  const alike = (values: readonly number[]) => values.every((value) => value === values[0])
  const zeros = (values: readonly number[]) => values.every((value) => value === 0)
  if (typed.length === 0) return false
  if (zeros(typed)) return !zeros(truth.data)
  const chance = typed.length < 2 || (typed.length === 2 && !typed.every(Number.isInteger))
  return !chance && alike(typed) && !alike(truth.data)
}
