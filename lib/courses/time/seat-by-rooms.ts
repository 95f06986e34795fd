import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { changeTime } from '../../invigilation/change-time.ts'
import { requireInvigilator } from '../../invigilation/require-invigilator.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { type FilledRoom, fillRooms } from './fill-rooms.ts'

export const fillRoomsBody = z.strictObject({
  rooms: z
    .array(
      z.strictObject({
        room: z.string().trim().min(1, 'Every room needs a name.').max(80),
        seats: z.number().int().min(1, 'A room has a seat at least.').max(10_000),
      }),
    )
    .min(1)
    .max(200)
    .refine((rooms) => new Set(rooms.map(({ room }) => room)).size === rooms.length, 'A room may occur once.'),
  order: z.enum(['name', 'number', 'group', 'chance']),
  /** those alone who have no room yet; otherwise everybody is seated anew */
  unseated: z.boolean(),
})

/** By chance is the same order whenever it is asked for: who fills the rooms again finds people where they were. */
const orders = {
  name: 'name, p.id',
  number: 'm.number NULLS LAST, name, p.id',
  group: 'm.group_name NULLS LAST, name, p.id',
  chance: 'md5(e.id::text || p.id::text)',
} satisfies Record<z.infer<typeof fillRoomsBody>['order'], string>

interface Sitting {
  personId: string
  name: string
  room: string | null
}

const studentsBy = (run: Query, examId: string, order: keyof typeof orders) =>
  run<Sitting>(
    `SELECT p.id AS "personId", coalesce(m.roster_name, p.name) AS name, s.room FROM exam e
     JOIN membership m ON m.course_id = e.course_id AND m.role = 'student' JOIN person p ON p.id = m.person_id
     LEFT JOIN seat s ON s.exam_id = e.id AND s.person_id = p.id WHERE e.id = $1 ORDER BY ${orders[order]}`,
    [examId],
  )

/**
 * Seats the students of one exam in rooms by how many seats these have: everybody, or nobody. A room may have been given
 * time of its own: attempts are held.
 */
export async function seatByRooms(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof fillRoomsBody>,
): Promise<{ students: number; rooms: FilledRoom[] }> {
  const { personId } = await requireInvigilator(principal, examId)
  const { rooms, order, unseated } = parse(fillRoomsBody, given)
  return inTransaction(async (run) => {
    // two who seat at once take turns: no seat is given twice
    await run('SELECT FROM exam WHERE id = $1 FOR NO KEY UPDATE', [examId])
    const all = await studentsBy(run, examId, order)
    const stay = unseated ? all.filter(({ room }) => room !== null) : []
    const coming = unseated ? all.filter(({ room }) => room === null) : all
    const taken = new Map<string, number>()
    for (const { room } of stay) if (room !== null) taken.set(room, (taken.get(room) ?? 0) + 1)
    const plan = fillRooms(coming, rooms, taken)
    if (plan.without > 0) {
      const message = `${plan.without} of ${coming.length} students would have no seat. Add a room, or seats. Nothing was changed.`
      throw new Refusal(409, 'too-small', message, { field: 'rooms' })
    }
    await changeTime(run, { examId, room: null, personId: null }, () =>
      run(
        `INSERT INTO seat (exam_id, person_id, room)
         SELECT $1, g."personId", g.room FROM jsonb_to_recordset($2::jsonb) AS g("personId" uuid, room text)
         ON CONFLICT (exam_id, person_id) DO UPDATE SET room = excluded.room`,
        [examId, JSON.stringify(plan.seats)],
      ),
    )
    const details = { rooms, order, students: plan.seats }
    await logAction(run, { examId, personId, action: 'accommodate', details })
    return { students: plan.seats.length, rooms: plan.rooms }
  })
}
