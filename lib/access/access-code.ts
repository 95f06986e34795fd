import { createHash, timingSafeEqual } from 'node:crypto'
import { query } from '../db/query.ts'

/** So many wrong codes within so many seconds are too many. */
export const mostTries = 10
export const triesSeconds = 600

/** A code as it is compared: read out in a room and typed in a hurry, so case, spaces and hyphens do not count. */
export function plainCode(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}

const digest = (code: string) => createHash('sha256').update(plainCode(code)).digest()

export function sameCode(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right))
}

/**
 * Whether a person's code is right. Every try is counted before it is looked at, in one statement, so that many at once are
 * many; a right one clears the count. `left`: how many wrong ones there may still be.
 */
export async function tryCode(
  examId: string,
  personId: string,
  given: string,
  right: string,
): Promise<{ ok: boolean; left: number }> {
  const [row] = await query<{ wrong: number }>(
    `INSERT INTO access_try AS t (exam_id, person_id, wrong) VALUES ($1, $2, 1)
     ON CONFLICT (exam_id, person_id) DO UPDATE SET
       wrong = CASE WHEN t.since < clock_timestamp() - make_interval(secs => $3) THEN 1 ELSE t.wrong + 1 END,
       since = CASE WHEN t.since < clock_timestamp() - make_interval(secs => $3) THEN clock_timestamp() ELSE t.since END
     RETURNING wrong`,
    [examId, personId, triesSeconds],
  )
  const tries = row?.wrong ?? mostTries + 1
  const ok = sameCode(given, right) && tries <= mostTries
  if (ok) await query('DELETE FROM access_try WHERE exam_id = $1 AND person_id = $2', [examId, personId])
  return { ok, left: Math.max(0, mostTries - tries) }
}
