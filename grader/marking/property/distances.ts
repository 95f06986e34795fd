import type { Condition, Leaf } from '../../question/condition.ts'

/** What was executed for one answer, entry by entry. Scalars have the same value at every entry. */
export interface Executed {
  /** entries of a step */
  size(step: string): number
  value(step: string, entry: number): number
  /** how far the rounding of the answer and of the steps before can move left − right: the band; 0 where it is exact */
  band(left: string, right: string, entry: number): number
  /** a blank cell of the answer cannot be followed through the step, so that nothing can be said of it */
  clouded(step: string): boolean
}

/**
 * How far a property is from holding, in bands, one number an entry: at most 1 holds, NaN cannot be said because a cell
 * is blank. `=` is missed by |left − right|, `≤` and `<` by what left is larger; where nothing is rounded what does not
 * hold is infinitely far. `and` is as far as its farthest part, `or` as its nearest.
 */
export function distancesOf(condition: Condition, executed: Executed): number[] {
  if (condition.kind === 'compare' || condition.kind === 'truth') return leafDistances(condition, executed)
  const parts = condition.parts.map((part) => distancesOf(part, executed))
  const entries = Math.max(...parts.map((part) => part.length))
  return Array.from({ length: entries }, (_, entry) => {
    const all = parts.map((part) => part[part.length === 1 ? 0 : entry] ?? Number.NaN)
    return condition.kind === 'and' ? farthest(all) : nearest(all)
  })
}

export function leafDistances(leaf: Leaf, executed: Executed): number[] {
  if (leaf.kind === 'truth') {
    const distance = (entry: number) => (executed.value(leaf.step, entry) !== 0) !== leaf.negated
    return Array.from({ length: executed.size(leaf.step) }, (_, entry) => {
      if (executed.clouded(leaf.step) || Number.isNaN(executed.value(leaf.step, entry))) return Number.NaN
      return distance(entry) ? 0 : Infinity
    })
  }
  const { left, right } = leaf
  const entries = Math.max(executed.size(left), executed.size(right))
  if (executed.clouded(left) || executed.clouded(right)) return new Array<number>(entries).fill(Number.NaN)
  return Array.from({ length: entries }, (_, entry) => {
    const [a, b] = [executed.value(left, entry), executed.value(right, entry)]
    const gap = a - b
    const noise = 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    const band = executed.band(left, right, entry)
    if (Number.isNaN(gap)) return Number.NaN
    if (leaf.operator === '!=') return gap === 0 ? Infinity : 0
    if (leaf.operator === '<' && band === 0) return gap < 0 ? 0 : Infinity
    const by = leaf.operator === '=' ? Math.abs(gap) : gap
    if (by <= noise) return 0
    return band > 0 ? by / (band + noise) : Infinity
  })
}

function farthest(parts: readonly number[]): number {
  const known = parts.filter((part) => !Number.isNaN(part))
  const most = Math.max(0, ...known)
  return most > 1 || known.length === parts.length ? most : Number.NaN
}

function nearest(parts: readonly number[]): number {
  const known = parts.filter((part) => !Number.isNaN(part))
  const least = Math.min(Infinity, ...known)
  return least <= 1 || known.length === parts.length ? least : Number.NaN
}
