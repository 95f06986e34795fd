import { processWide } from '../../db/process-wide.ts'
import { query } from '../../db/query.ts'

/** How long a key that was proven, or not yet proven, is remembered without asking the database, in milliseconds. */
const keep = { proven: 60_000, unproven: 2_000 }
const known = processWide('safe-browser-passes', () => new Map<string, { key: string | null; until: number }>())
const nameOf = (sessionId: string, examId: string) => `${sessionId} ${examId}`

/** The key that this session proved for the exam by the browser's JavaScript interface, or null. */
export async function passedKey(sessionId: string, examId: string): Promise<string | null> {
  const name = nameOf(sessionId, examId)
  const held = known().get(name)
  if (held && held.until > performance.now()) return held.key
  const [row] = await query<{ key: string }>(
    `SELECT passed_key AS key FROM safe_browser_launch
     WHERE session_id = $1 AND exam_id = $2 AND passed_at IS NOT NULL ORDER BY passed_at DESC LIMIT 1`,
    [sessionId, examId],
  )
  remember(name, row?.key ?? null)
  return row?.key ?? null
}

function remember(name: string, key: string | null): void {
  if (known().size > 10_000) known().clear()
  known().set(name, { key, until: performance.now() + (key ? keep.proven : keep.unproven) })
}

export function rememberPass(sessionId: string, examId: string, key: string): void {
  remember(nameOf(sessionId, examId), key)
}
