import type { Variant } from '../question/variant.ts'
import type { Reading } from './reading.ts'

/** Whether a grid holds nothing but the numbers of a parameter as they were given. */
export function isCopied({ state, values, cells }: Reading, { params }: Pick<Variant, 'params'>): boolean {
  if (state !== 'read' || values.length < 2 || cells.some((cell) => cell !== 'filled')) return false
  return Object.values(params).some(
    ({ data }) => data.length === values.length && data.every((entry, k) => entry === values[k]),
  )
}
