import type { StoredTensor, Variant } from '../question/variant.ts'

/**
 * Whether a value could be typed without any work: it is a parameter as the student was given it (a vector may be typed
 * into a row), or a number of −1, 0 or 1; or every entry is 0, 1 or a whole number that stands in the question by itself.
 */
export function isCopied(value: StoredTensor, bands: readonly number[], variant: Variant): boolean {
  const near = (entry: number, i: number, other: number) => Math.abs(entry - other) <= (bands[i] ?? 0) * (1 + 1e-9)
  const params = Object.values(variant.params)
  const whole = params.some(
    ({ data }) => data.length === value.data.length && value.data.every((entry, i) => near(entry, i, data[i] ?? NaN)),
  )
  if (whole) return true
  const numbers = params.flatMap(({ shape, data }) => (shape.length === 0 && Number.isInteger(data[0]) ? data : []))
  const given = value.shape.length === 0 ? [-1, 0, 1] : [0, 1, ...numbers]
  return value.data.every((entry, i) => given.some((other) => near(entry, i, other)))
}
