import type { StoredTensor, Variant } from '../question/variant.ts'

/** The parameter that a value is, as the student was given it (a vector may be typed into a row), or null. */
export function copiedParameter(value: StoredTensor, bands: readonly number[], variant: Variant): string | null {
  const copied = Object.entries(variant.params).find(
    ([, { data }]) =>
      data.length === value.data.length && value.data.every((entry, i) => near(entry, data[i] ?? Number.NaN, bands[i])),
  )
  return copied?.[0] ?? null
}

/**
 * Whether a value could be typed without any work: it is a parameter, or a number of −1, 0 or 1; or every entry is 0, 1 or
 * a whole number that stands in the question by itself.
 */
export function takesNoWork(value: StoredTensor, bands: readonly number[], variant: Variant): boolean {
  if (copiedParameter(value, bands, variant) !== null) return true
  const numbers = Object.values(variant.params).flatMap(({ shape, data }) =>
    shape.length === 0 && Number.isInteger(data[0]) ? data : [],
  )
  const given = value.shape.length === 0 ? [-1, 0, 1] : [0, 1, ...numbers]
  return value.data.every((entry, i) => given.some((other) => near(entry, other, bands[i])))
}

function near(a: number, b: number, band = 0): boolean {
  return Math.abs(a - b) <= band * (1 + 1e-9)
}
