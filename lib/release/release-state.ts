import { type Shows, showsOf } from './shows.ts'

/** What students may read of their results of an exam now. */
export interface ReleaseState {
  policy: 'at-once' | 'by-staff'
  /** something can be read */
  computed: boolean
  /** what people decided as well */
  all: boolean
  /** null: nothing */
  shows: Shows | null
  /** until when another look may be asked for; null: it may not */
  requests: { until: string; open: boolean; atMost: number | null } | null
}

/** The decision in force, as it is stored. */
export interface ReleaseRow {
  scope: 'none' | 'computed' | 'all'
  shows: Shows | null
  requestsUntil: string | null
  requestsOpen: boolean
  requestsAtMost: number | null
}

/** The policy holds until staff release or withdraw; then the decision in force does. */
export function releaseState(policy: ReleaseState['policy'], row: ReleaseRow | null): ReleaseState {
  const scope = row?.scope ?? (policy === 'at-once' ? 'computed' : 'none')
  const shows = showsOf(scope, row?.shows ?? null)
  const until = shows ? (row?.requestsUntil ?? null) : null
  return {
    policy,
    computed: shows !== null,
    all: shows?.reviewed ?? false,
    shows,
    requests: until && row ? { until, open: row.requestsOpen, atMost: row.requestsAtMost } : null,
  }
}
