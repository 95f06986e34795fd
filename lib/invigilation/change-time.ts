import type { Query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'
import { lockAttempts, type Scope } from './lock-attempts.ts'

/** Whoever would be left with less than this had time taken away under the fingers, in seconds. */
const leastLeft = 60

interface Deadline {
  id: string
  deadline: Date | null
}

const deadlines = (query: Query, attempts: readonly string[]) =>
  query<Deadline>('SELECT id, attempt_deadline(id) AS deadline FROM unnest($1::uuid[]) AS held(id)', [attempts])

/**
 * Changes time while the attempts it reaches are held. Time may be shortened too, but never so that somebody who had more
 * is left with less than a minute. Returns how many attempts it reached.
 */
export async function changeTime(query: Query, scope: Scope, change: () => Promise<unknown>): Promise<number> {
  const attempts = await lockAttempts(query, scope)
  const before = new Map((await deadlines(query, attempts)).map(({ id, deadline }) => [id, deadline]))
  await change()
  const [clock] = await query<{ brink: Date }>('SELECT clock_timestamp() + make_interval(secs => $1) AS brink', [
    leastLeft,
  ])
  for (const { id, deadline } of await deadlines(query, attempts)) {
    const had = before.get(id)
    if (deadline && clock && deadline < clock.brink && (!had || deadline < had))
      throw new Refusal(409, 'too-short', 'That would leave somebody who sits the exam less than a minute.')
  }
  return attempts.length
}
