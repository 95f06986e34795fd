import { query } from '../db/query.ts'

export interface Health {
  ok: boolean
  database: boolean
  grader: { backend: string; adapter: string; versions: Record<string, string>; lastSeen: string } | null
}

/** A grading process that has been silent for longer than this is taken as gone. */
const silentSeconds = 15

/** Whether the server can do its work: the database answers, and what grades. Asks for nobody's permission. */
export async function health(): Promise<Health> {
  try {
    const [grader] = await query<NonNullable<Health['grader']>>(
      `SELECT backend, adapter, versions, iso(last_seen) AS "lastSeen" FROM worker
       WHERE last_seen > clock_timestamp() - make_interval(secs => $1) ORDER BY last_seen DESC LIMIT 1`,
      [silentSeconds],
    )
    return { ok: true, database: true, grader: grader ?? null }
  } catch {
    return { ok: false, database: false, grader: null }
  }
}
