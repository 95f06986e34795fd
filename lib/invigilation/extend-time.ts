import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, Refusal } from '../http/refusal.ts'
import { changeTime } from './change-time.ts'
import type { Scope } from './lock-attempts.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'

export const extensionBody = z.strictObject({
  to: z.discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('all') }),
    z.strictObject({ scope: z.literal('room'), room: z.string().trim().min(1).max(80) }),
    z.strictObject({ scope: z.literal('person'), personId: z.uuid() }),
  ]),
  /** negative takes back what was given too much */
  minutes: z
    .number()
    .int()
    .min(-600)
    .max(600)
    .refine((minutes) => minutes !== 0, 'Give at least one minute.'),
  reason: z.string().trim().max(1_000).default(''),
})
export type ExtensionBody = z.input<typeof extensionBody>

async function requireKnown(query: Query, { examId, room, personId }: Scope) {
  const [known] = await query<{ person: boolean; room: boolean }>(
    `SELECT EXISTS (SELECT FROM membership m JOIN exam e ON e.course_id = m.course_id
         WHERE e.id = $1 AND m.person_id = $2 AND m.role = 'student') AS person,
       EXISTS (SELECT FROM seat WHERE exam_id = $1 AND room = $3) AS room`,
    [examId, personId, room],
  )
  if (personId !== null && !known?.person) throw invalid('This person is no student of the course.', 'to.personId')
  if (room !== null && !known?.room) throw invalid('Nobody sits in this room.', 'to.room')
}

/** Only what was added to the same one, room or all can be taken back. */
async function refuseNegative(query: Query, scope: Scope) {
  const [row] = await query<{ total: number }>(
    `SELECT coalesce(sum(seconds), 0)::int AS total FROM extension
     WHERE exam_id = $1 AND room IS NOT DISTINCT FROM $2::text AND person_id IS NOT DISTINCT FROM $3::uuid`,
    [scope.examId, scope.room, scope.personId],
  )
  if (row && row.total < 0)
    throw new Refusal(409, 'too-short', 'Only time that was added here can be taken back.', { field: 'minutes' })
}

/** Attempts that were closed at the deadline and would still be open with the time they have now. */
async function closedTooEarly(query: Query, { examId, room, personId }: Scope): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM attempt a
     JOIN submission s ON s.attempt_id = a.id AND s.closed_by = 'deadline'
     CROSS JOIN LATERAL attempt_times(a.id) t
     WHERE a.exam_id = $1 AND NOT EXISTS (SELECT FROM attempt n
         WHERE n.exam_id = a.exam_id AND n.person_id = a.person_id AND n.number > a.number) AND t.deadline > clock_timestamp() AND ($2::uuid IS NULL OR a.person_id = $2)
       AND ($3::text IS NULL OR EXISTS (
         SELECT FROM seat t WHERE t.exam_id = a.exam_id AND t.person_id = a.person_id AND t.room = $3))`,
    [examId, personId, room],
  )
  return row?.n ?? 0
}

/**
 * Gives minutes to one, a room or all, at any time. Open attempts have them at once; who begins later has them too. What
 * was closed before stays closed until a person opens it again, and is counted.
 */
export async function extendTime(
  principal: Principal | null,
  examId: string,
  given: ExtensionBody,
): Promise<{ attempts: number; closedTooEarly: number }> {
  const { personId: staffId } = await requireInvigilator(principal, examId)
  const { to, minutes, reason } = parse(extensionBody, given)
  const scope = {
    examId,
    room: to.scope === 'room' ? to.room : null,
    personId: to.scope === 'person' ? to.personId : null,
  }
  return inTransaction(async (query) => {
    await requireKnown(query, scope)
    const attempts = await changeTime(query, scope, () =>
      query('INSERT INTO extension (exam_id, room, person_id, seconds) VALUES ($1, $2, $3, $4)', [
        examId,
        scope.room,
        scope.personId,
        minutes * 60,
      ]),
    )
    await refuseNegative(query, scope)
    await logAction(query, { examId, personId: staffId, action: 'extend', details: { ...to, minutes }, reason })
    return { attempts, closedTooEarly: await closedTooEarly(query, scope) }
  })
}
