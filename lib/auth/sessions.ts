import { processWide } from '../db/process-wide.ts'
import { type Query, query } from '../db/query.ts'

/** Seconds of disuse after which a session is over; while it is used it goes on. Outlives the longest exam. */
export const sessionSeconds = 16 * 3600

/** How old the list of ended sessions may be, in milliseconds: so long may an ended session still be used. */
const freshFor = 5_000

interface Ended {
  ids: Set<string>
  lookedAt: number
  looking: Promise<void> | null
}
const ended = processWide<Ended>('ended-sessions', () => ({ ids: new Set(), lookedAt: -Infinity, looking: null }))

export async function beginSession(personId: string): Promise<string> {
  const [row] = await query<{ id: string }>('INSERT INTO session (person_id) VALUES ($1) RETURNING id', [personId])
  if (!row) throw new Error('The session was not stored.')
  return row.id
}

/**
 * One that begins with a password, which took its time to be checked: null where another password was set meanwhile. In turn
 * with whoever sets it, who then ends the sessions that the old one began.
 */
export async function beginSessionWith(personId: string, passwordHash: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO session (person_id) SELECT id FROM person WHERE id = $1 AND password_hash = $2 FOR SHARE RETURNING id`,
    [personId, passwordHash],
  )
  return row?.id ?? null
}

export async function endSession(sessionId: string): Promise<void> {
  await query('UPDATE session SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL', [sessionId])
  ended().ids.add(sessionId)
}

/** Ends every session of a person, in somebody's transaction; `rememberEnded` tells this process once that is done. */
export async function endSessionsOf(run: Query, personId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    'UPDATE session SET ended_at = clock_timestamp() WHERE person_id = $1 AND ended_at IS NULL RETURNING id',
    [personId],
  )
  return rows.map(({ id }) => id)
}

/** No request is let pass by these any more, without waiting for the next look. */
export function rememberEnded(sessionIds: readonly string[]): void {
  for (const id of sessionIds) ended().ids.add(id)
}

async function look(list: Ended): Promise<void> {
  try {
    const rows = await query<{ id: string }>(
      'SELECT id FROM session WHERE ended_at > clock_timestamp() - make_interval(secs => $1)',
      [sessionSeconds + 3600],
    )
    list.ids = new Set(rows.map(({ id }) => id))
  } catch (error) {
    // without the database nothing can be saved either; what is known stays in force
    console.error('The ended sessions could not be read:', error)
  }
  list.lookedAt = performance.now()
  list.looking = null
}

/** Whether a session was ended. One query in five seconds serves every request of this process. */
export async function sessionEnded(sessionId: string): Promise<boolean> {
  const list = ended()
  if (performance.now() - list.lookedAt > freshFor) {
    list.looking ??= look(list)
    await list.looking
  }
  return list.ids.has(sessionId)
}
