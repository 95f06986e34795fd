import type { StoredTensor } from '../../../grader/question/variant.ts'

/** A value that somebody gave to a part of one variant. */
export interface GivenValue {
  value: StoredTensor
  bands: readonly number[]
}

/**
 * The same value to the band, within one variant: each joins the value that most people gave within reach of it. The
 * places of those that lead, in the order given; the order does not matter.
 */
export function sameValues(given: readonly GivenValue[]): number[] {
  const copies = new Map<string, number[]>()
  for (const [k, { value }] of given.entries()) {
    const text = `${value.shape.join('×')} ${value.data.join(' ')}`
    copies.set(text, [...(copies.get(text) ?? []), k])
  }
  const distinct = [...copies].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1))
  const leaders: number[] = []
  const result: number[] = new Array(given.length)
  for (const [, places] of distinct) {
    const first = places[0] as number
    const near = leaders.find((leader) => isNear(given[first] as GivenValue, given[leader] as GivenValue))
    if (near === undefined) leaders.push(first)
    for (const place of places) result[place] = near ?? first
  }
  return result
}

function isNear({ value, bands }: GivenValue, { value: other }: GivenValue): boolean {
  if (value.shape.join() !== other.shape.join()) return false
  return value.data.every((entry, cell) => {
    const band = bands.length === value.data.length ? (bands[cell] ?? 0) : Math.max(0, ...bands)
    return Math.abs(entry - (other.data[cell] ?? Number.NaN)) <= band + Math.abs(entry) * 1e-9
  })
}
