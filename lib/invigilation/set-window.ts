import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, Refusal } from '../http/refusal.ts'
import { instantOf, isZone } from '../time/local-time.ts'
import { changeTime } from './change-time.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

const entered = z
  .strictObject({
    local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Write the date and the time.'),
    /** which of two instants was meant, where the answer was that there are two */
    choice: z
      .union([z.literal(0), z.literal(1)])
      .nullable()
      .default(null),
  })
  .nullable()

export const windowBody = z.strictObject({
  zone: z.string().max(80).refine(isZone, 'This time zone is not known.'),
  opens: entered,
  closes: entered,
})
type Entered = z.output<typeof entered>

/** The instant that was meant; where there are two, or none, the choice is given back to whoever entered it. */
function readInstant(field: 'opens' | 'closes', given: Entered, zone: string): string | null {
  if (given === null) return null
  const time = Date.parse(`${given.local}Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 16) !== given.local)
    throw invalid('There is no such day or time.', field)
  const meant = instantOf(given.local, zone)
  if (meant.kind === 'one') return new Date(meant.instant).toISOString()
  const choices = meant.choices.map((instant) => new Date(instant).toISOString())
  if (given.choice !== null) return choices[given.choice] ?? null
  const message =
    meant.kind === 'twice'
      ? 'Clocks are put back then, so this time comes twice. Choose one.'
      : 'Clocks are put forward then, so this time does not exist. Choose one beside it.'
  throw new Refusal(409, meant.kind, message, { field, details: { choices } })
}

/** Moves the window of an exam, entered as local times of a zone. Attempts under way have it at once. */
export async function setWindow(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof windowBody>,
): Promise<{ opensAt: string | null; closesAt: string | null }> {
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
      query('UPDATE exam SET opens_at = $2, closes_at = $3 WHERE id = $1', [examId, opensAt, closesAt]),
    )
    await logAction(query, { examId, personId, action: 'set-window', details: { before, opensAt, closesAt, zone } })
    return { opensAt, closesAt }
  })
}
