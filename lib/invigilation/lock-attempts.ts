import type { Query } from '../db/query.ts'

/** For whom time changes: everybody in the exam, a room, or one person. */
export interface Scope {
  examId: string
  room: string | null
  personId: string | null
}

/**
 * Holds the open attempts that a change of time reaches, in one order, so that no finaliser closes them by the old time and
 * two changes cannot wait for one another.
 */
export async function lockAttempts(query: Query, { examId, room, personId }: Scope): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT a.id FROM attempt a WHERE a.exam_id = $1 AND a.state = 'open'
       AND ($2::uuid IS NULL OR a.person_id = $2)
       AND ($3::text IS NULL OR EXISTS (
         SELECT FROM seat s WHERE s.exam_id = a.exam_id AND s.person_id = a.person_id AND s.room = $3))
     ORDER BY a.id FOR NO KEY UPDATE`,
    [examId, personId, room],
  )
  return rows.map(({ id }) => id)
}
