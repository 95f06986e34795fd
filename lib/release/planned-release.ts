import type { Query } from '../db/query.ts'
import { tellOfRelease } from '../mail/tell-of-release.ts'
import { everything, type Shows } from './shows.ts'

/** What an exam's plan says of its results. */
interface Planned {
  release: 'at-once' | 'by-staff'
  shows: Shows | null
  releaseAt: string | null
  requestsUntil: string | null
  requestsAtMost: number | null
}

interface Row {
  scope: 'none' | 'computed' | 'all'
  shows: Shows | null
  /** null: at once */
  at: string | null
}

const nothing: Row = { scope: 'none', shows: null, at: null }

/**
 * Makes a release of what was planned when an exam is published. Without a time there is none to make: staff release, or the
 * policy does. But what was planned at an earlier publishing of an exam that was taken back is taken back as well.
 */
export async function storePlannedRelease(run: Query, examId: string, personId: string, plan: Planned): Promise<void> {
  const [newest] = await run<{ planned: boolean; scope: Row['scope'] }>(
    'SELECT planned, scope FROM release WHERE exam_id = $1 ORDER BY id DESC LIMIT 1',
    [examId],
  )
  const store = async ({ scope, shows, at }: Row) => {
    const asked = at === null ? [null, null] : [plan.requestsUntil, plan.requestsAtMost]
    const [stored] = await run<{ id: string }>(
      `INSERT INTO release (exam_id, scope, person_id, shows, at, requests_until, requests_at_most, planned, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, true, 'By the plan of the exam, as it was published.') RETURNING id::text`,
      [examId, scope, personId, shows && JSON.stringify(shows), at, ...asked],
    )
    if (stored && at !== null) await tellOfRelease(run, { releaseId: stored.id, examId, at })
  }
  if (newest?.planned && newest.scope !== 'none') await store(nothing)
  if (plan.release === 'by-staff') {
    const shows = plan.shows ?? everything
    if (plan.releaseAt !== null) await store({ scope: shows.reviewed ? 'all' : 'computed', shows, at: plan.releaseAt })
  } else if (newest?.planned) await store({ scope: 'computed', shows: plan.shows, at: null })
}
