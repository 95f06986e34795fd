import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { invalid, Refusal } from '../http/refusal.ts'
import { tellOfRelease } from '../mail/tell-of-release.ts'
import { isFinished, releaseChecklist } from './checklist.ts'
import { readRelease } from './read-release.ts'
import { type Options, type ReleaseBody, releaseBody } from './release-body.ts'
import type { ReleaseState } from './release-state.ts'
import { showsNothing } from './shows.ts'

/**
 * Releases results to students, now or at a time, or takes them back; every decision is kept, and the newest whose time
 * has come counts. What is not finished has to be released in so many words.
 */
export async function releaseExam(
  principal: Principal | null,
  examId: string,
  given: ReleaseBody,
): Promise<ReleaseState> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const body = parse(releaseBody, given)
  await sendingQueue()
  await inTransaction(async (query) => {
    // one decision after the other: each is to know which one it replaces
    await query('SELECT FROM exam WHERE id = $1 FOR NO KEY UPDATE', [examId])
    if ('scope' in body) {
      const row = [examId, body.scope, personId, body.note]
      await query('INSERT INTO release (exam_id, scope, person_id, note) VALUES ($1, $2, $3, $4)', row)
      return
    }
    const options = await checked(query, examId, body)
    const release = await store(query, examId, personId, options)
    if (options.tell) await tellOfRelease(query, release)
  })
  return readRelease(examId)
}

/** The options as they are meant; refuses those that make no sense, and what is not finished unless it is to be. */
async function checked(query: Query, examId: string, body: Options): Promise<Options> {
  const shows = { ...body.shows, comments: body.shows.comments && body.shows.reviewed }
  if (showsNothing(shows)) throw invalid('Choose what is shown, or take the results back.', 'shows')
  const [time] = await query<{ later: boolean; askable: boolean }>(
    `SELECT coalesce($1::timestamptz > clock_timestamp(), false) AS later,
       coalesce($2::timestamptz > greatest($1::timestamptz, clock_timestamp()), true) AS askable`,
    [body.at, body.requestsUntil],
  )
  if (!time?.askable) throw invalid('The time for requests must end after the results are there.', 'requestsUntil')
  if (!body.anyway) {
    const checklist = await releaseChecklist(query, examId)
    if (!isFinished(checklist)) {
      throw new Refusal(409, 'unfinished', 'Not everything is finished yet.', { details: { checklist } })
    }
  }
  return { ...body, shows, at: time.later ? body.at : null }
}

async function store(query: Query, examId: string, personId: string, options: Options) {
  const { shows, at, requestsUntil, requestsAtMost, note } = options
  const [row] = await query<{ id: string }>(
    `INSERT INTO release (exam_id, scope, person_id, shows, at, requests_until, requests_at_most, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id::text`,
    [
      examId,
      shows.reviewed ? 'all' : 'computed',
      personId,
      JSON.stringify(shows),
      at,
      requestsUntil,
      requestsAtMost,
      note,
    ],
  )
  if (!row) throw new Error('no release was stored')
  return { releaseId: row.id, examId, at }
}
