import type { Query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { readRelease } from '../release/read-release.ts'
import type { ReleaseState } from '../release/release-state.ts'

const closed = () => new Refusal(409, 'window', 'The time in which another look could be asked for is over.')

/** What is released now, where students may ask about it now. */
export async function requireWindow(run: Query, examId: string): Promise<ReleaseState & { atMost: number | null }> {
  const release = await readRelease(examId, run)
  if (!release.shows) throw new Refusal(403, 'not-released', 'The results have not been released yet.')
  if (!release.requests?.open) throw closed()
  return { ...release, atMost: release.requests.atMost }
}
