/** What students may read of their results of an exam. */
export interface ReleaseState {
  policy: 'at-once' | 'by-staff'
  /** computed parts: verdicts, expected values, worked solutions */
  computed: boolean
  /** what people decided as well */
  all: boolean
}

/** The policy holds until staff release or withdraw; then the newest decision does. */
export function releaseState(policy: ReleaseState['policy'], latest: 'none' | 'computed' | 'all' | null): ReleaseState {
  const scope = latest ?? (policy === 'at-once' ? 'computed' : 'none')
  return { policy, computed: scope !== 'none', all: scope === 'all' }
}
