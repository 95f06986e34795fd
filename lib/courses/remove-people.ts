import type { Query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { aheadIssuer } from './ahead/ahead.ts'

/**
 * A course keeps an instructor who can sign in. Asked after a change, in its transaction, with the course held; a course
 * that had none before is let be.
 */
export async function requireInstructorLeft(run: Query, courseId: string, before: number): Promise<void> {
  if (before > 0 && (await countInstructors(run, courseId)) === 0)
    throw new Refusal(409, 'last-instructor', 'A course keeps at least one instructor: make somebody else one first.')
}

export async function countInstructors(run: Query, courseId: string): Promise<number> {
  const [row] = await run<{ n: number }>(
    `SELECT count(*)::int AS n FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.course_id = $1 AND m.role = 'instructor' AND p.issuer <> $2`,
    [courseId, aheadIssuer],
  )
  return row?.n ?? 0
}

/** Nobody who sits an exam loses their place, or is let behind the scenes, until they have handed in. */
export async function refuseSitting(run: Query, courseId: string, people: readonly string[]): Promise<void> {
  const [one] = await run<{ name: string }>(
    `SELECT p.name FROM attempt a JOIN exam e ON e.id = a.exam_id JOIN person p ON p.id = a.person_id
     WHERE e.course_id = $1 AND a.person_id = ANY($2) AND a.state = 'open' AND e.trial_of IS NULL ORDER BY p.name LIMIT 1`,
    [courseId, people],
  )
  if (one) throw new Refusal(409, 'sitting', `${one.name} sits an exam of this course just now. Do it afterwards.`)
}

/**
 * Takes people off the list. What they sat stays, and so do their times and rooms: whoever was taken off by mistake is
 * enrolled again as before. Codes that were made for them are good for nothing any more.
 */
export async function removePeople(run: Query, courseId: string, people: readonly string[]): Promise<number> {
  await refuseSitting(run, courseId, people)
  const gone = await run('DELETE FROM membership WHERE course_id = $1 AND person_id = ANY($2) RETURNING person_id', [
    courseId,
    people,
  ])
  await run(
    `UPDATE invitation SET revoked_at = clock_timestamp()
     WHERE course_id = $1 AND person_id = ANY($2) AND used_at IS NULL AND revoked_at IS NULL`,
    [courseId, people],
  )
  await run(
    `UPDATE password_reset SET revoked_at = clock_timestamp()
     WHERE course_id = $1 AND person_id = ANY($2) AND used_at IS NULL AND revoked_at IS NULL`,
    [courseId, people],
  )
  return gone.length
}
