import { isMixed } from './make-groups.ts'
import type { GroupTitle } from './signature.ts'

/** So many members of a group have this in common. */
export interface Tally {
  groupId: string
  computedId: string
  /** a person decides */
  open: boolean
  decided: boolean
  /** of decided ones: how it came to the decision, and the points */
  cause: string | null
  points: number | null
  n: number
}

/** A group as it was computed. */
export interface Computed {
  id: string
  title: GroupTitle
  leader: string
  alike: number
}

export interface GroupFigures {
  id: string
  title: GroupTitle | null
  size: number
  /** nobody has decided: for a person to decide, and left to the grader */
  waiting: number
  computed: number
  decided: number
  /** 0..1: how alike the members are, by what was typed */
  alike: number
  /** together only because of where they went wrong */
  mixed: boolean
  /** members that were reviewed one by one, and the share of them that got the same points; null of fewer than two */
  singly: number
  agree: number | null
  /** put together or taken apart by people */
  changed: boolean
  /** the whole group should not get the same points without a look */
  doubtful: boolean
}

/** Below this texts of a group, and decisions on its members, differ too much to be decided at once without a look. */
const alikeEnough = 0.55
const agreeEnough = 0.9
const fewest = 3

/** What there is to say of each group, largest first. */
export function summarise(tallies: readonly Tally[], computed: readonly Computed[]): GroupFigures[] {
  const known = new Map(computed.map((group) => [group.id, group]))
  const parts = new Map<string, Tally[]>()
  for (const tally of tallies) parts.set(tally.groupId, [...(parts.get(tally.groupId) ?? []), tally])
  const sizes = countBy(tallies, ({ computedId }) => computedId)
  return [...parts]
    .map(([id, rows]) => figuresOf(id, rows, known, sizes))
    .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
}

function figuresOf(
  id: string,
  rows: readonly Tally[],
  known: ReadonlyMap<string, Computed>,
  sizes: ReadonlyMap<string, number>,
): GroupFigures {
  const size = total(rows)
  const from = countBy(rows, ({ computedId }) => computedId)
  const [[most, share] = [id, 0]] = [...from].sort(([, a], [, b]) => b - a)
  const own = known.get(id)
  // of a group that people made, what most of it was computed to be
  const basis = own ?? known.get(most)
  const alike = size > 1 ? ((basis?.alike ?? 0) * share) / size : 1
  const mixed = size > 1 && basis !== undefined && isMixed(basis.title) && own !== undefined
  const singles = rows.filter(({ decided, cause }) => decided && cause === 'person')
  const singly = total(singles)
  const byPoints = [...countBy(singles, ({ points }) => `${points}`).values()]
  const agree = singly >= 2 ? Math.max(...byPoints) / singly : null
  return {
    id,
    title: own?.title ?? null,
    size,
    waiting: total(rows.filter(({ open, decided }) => open && !decided)),
    computed: total(rows.filter(({ open, decided }) => !open && !decided)),
    decided: total(rows.filter(({ decided }) => decided)),
    alike,
    mixed,
    singly,
    agree,
    changed: !own || from.size > 1 || sizes.get(id) !== size,
    doubtful: mixed || alike < alikeEnough || (agree !== null && singly >= fewest && agree < agreeEnough),
  }
}

function countBy<Key>(rows: readonly Tally[], key: (row: Tally) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + row.n)
  return counts
}

const total = (rows: readonly Tally[]) => rows.reduce((sum, { n }) => sum + n, 0)
