import { pauses } from './environment.ts'

/**
 * How long to wait before the next try, with full jitter: a hall whose network comes back does not come back all at
 * once. `after`: what the server asked for at least.
 */
export function backoff(failures: number, after: number | null, random: () => number): number {
  return (after ?? 0) + random() * Math.min(pauses.longestRetry, pauses.firstRetry * 2 ** failures)
}
