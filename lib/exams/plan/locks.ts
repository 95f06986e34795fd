import type { StoredPlan } from './plan.ts'
import type { ReadPlan } from './read-plan.ts'

/** What of a plan may be changed: all of it, its words, or nothing for a moment. */
export type Open = 'all' | 'words' | 'nothing'

/**
 * A draft is changed at will. What is published says what was audited: words may be put better, and more attempts allowed;
 * whoever wants more takes it back to a draft, as long as nobody has begun.
 */
export function openTo({ state }: Pick<ReadPlan, 'state'>): Open {
  if (state === 'published') return 'words'
  return state === 'publishing' ? 'nothing' : 'all'
}

const free = ['title', 'instructions'] as const

type Comparable = Omit<StoredPlan, 'zone'> & { zone: string | null }

/** Which members differ that may not. */
export function lockedChanges(open: Open, before: Comparable, after: Comparable): string[] {
  if (open === 'all') return []
  const names = Object.keys(before) as (keyof Comparable)[]
  return names.filter((name) => {
    if (JSON.stringify(sorted(before[name])) === JSON.stringify(sorted(after[name]))) return false
    if (open === 'nothing') return true
    // where the zone was not known it is that of the browser
    if (name === 'zone') return before.zone !== null
    if (name === 'attemptsAllowed') return isFewer(before.attemptsAllowed, after.attemptsAllowed)
    return !(free as readonly string[]).includes(name)
  })
}

const isFewer = (before: number | null, after: number | null) => after !== null && (before === null || after < before)

/** Members in one order, whoever wrote them down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, member]) => [name, sorted(member)]),
  )
}
