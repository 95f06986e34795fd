import { invalid } from '../../http/refusal.ts'
import { type Shows, showsNothing } from '../../release/shows.ts'

/** What students will see of their results, and from when. */
export interface ReleasePlan {
  /** null: as usual */
  shows: Shows | null
  /** when staff release: the time that is set for it before; null: none */
  releaseAt: string | null
  /** until when another look may be asked for, and about how many parts; null: not at all, about all */
  requestsUntil: string | null
  requestsAtMost: number | null
}

export const nothingPlanned: ReleasePlan = { shows: null, releaseAt: null, requestsUntil: null, requestsAtMost: null }

/** The release as it is meant: at once there is nothing that people decided, and no time to ask until. */
export function settledRelease(release: 'at-once' | 'by-staff', plan: ReleasePlan): ReleasePlan {
  const atOnce = release === 'at-once'
  const reviewed = plan.shows?.reviewed === true && !atOnce
  const shows = plan.shows && { ...plan.shows, reviewed, comments: plan.shows.comments && reviewed }
  if (shows && showsNothing(shows)) throw invalid('Choose what is shown of the results.', 'shows')
  const { releaseAt, requestsUntil, requestsAtMost } = plan
  if (atOnce || releaseAt === null) return { ...nothingPlanned, shows }
  if (requestsUntil && requestsUntil <= releaseAt)
    throw invalid('The time for requests must end after the results are there.', 'askUntil')
  return { shows, releaseAt, requestsUntil, requestsAtMost: requestsUntil === null ? null : requestsAtMost }
}

/** As it is stored; null where all is as usual. */
export function releasePlanColumn({ shows, releaseAt, requestsUntil, requestsAtMost }: ReleasePlan): string | null {
  const plan = { shows, releaseAt, requestsUntil, requestsAtMost }
  return Object.values(plan).every((value) => value === null) ? null : JSON.stringify(plan)
}
