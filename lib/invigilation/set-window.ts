import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid } from '../http/refusal.ts'
import { enteredTime, readInstant, zoneName } from '../time/entered-time.ts'
import { changeTime } from './change-time.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const windowBody = z.strictObject({ zone: zoneName, opens: enteredTime, closes: enteredTime })

/**
 * Moves the window of an exam, entered as local times of a zone. Attempts under way have it at once. `tellsBefore`: its
 * results are released before it closes, to whoever has handed in.
 */
export async function setWindow(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof windowBody>,
): Promise<{ opensAt: string | null; closesAt: string | null; tellsBefore: boolean }> {
  const { personId } = await requireInvigilator(principal, examId)
  const { zone, opens, closes } = parse(windowBody, given)
  const opensAt = readInstant('opens', opens, zone)
  const closesAt = readInstant('closes', closes, zone)
  if (opensAt && closesAt && opensAt >= closesAt) throw invalid('The exam must close after it opens.', 'closes')
  return inTransaction(async (query) => {
    const [before] = await query<{ opensAt: string | null; closesAt: string | null }>(
      'SELECT iso(opens_at) AS "opensAt", iso(closes_at) AS "closesAt" FROM exam WHERE id = $1',
      [examId],
    )
    await changeTime(query, { examId, room: null, personId: null }, () =>
      query('UPDATE exam SET opens_at = $2, closes_at = $3, zone = $4, revision = revision + 1 WHERE id = $1', [
        examId,
        opensAt,
        closesAt,
        zone,
      ]),
    )
    await logAction(query, { examId, personId, action: 'set-window', details: { before, opensAt, closesAt, zone } })
    const [told] = await query<{ before: boolean }>(
      `SELECT EXISTS (SELECT FROM release_times WHERE exam_id = $1 AND replaced_at IS NULL AND scope <> 'none'
         AND takes_effect < coalesce($2::timestamptz, 'infinity')) AS before`,
      [examId, closesAt],
    )
    return { opensAt, closesAt, tellsBefore: told?.before ?? false }
  })
}
