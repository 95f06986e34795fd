import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { changeTime } from '../../invigilation/change-time.ts'
import { requireInvigilator } from '../../invigilation/require-invigilator.ts'
import { logAction } from '../../invigilation/staff-action.ts'

export const seatGroupsBody = z.strictObject({
  rooms: z
    .array(
      z.strictObject({
        /** null: students without a group */
        group: z.string().trim().min(1).max(80).nullable(),
        /** empty: none any more */
        room: z.string().trim().max(80),
      }),
    )
    .min(1)
    .max(500)
    .refine((rooms) => new Set(rooms.map(({ group }) => group)).size === rooms.length, 'A group may occur once.'),
})

/** Seats whole groups of a course in rooms, for one exam. A room may have been given time of its own: attempts are held. */
export async function seatGroups(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof seatGroupsBody>,
): Promise<{ students: number }> {
  const { personId } = await requireInvigilator(principal, examId)
  const { rooms } = parse(seatGroupsBody, given)
  const rows = JSON.stringify(rooms)
  return inTransaction(async (run) => {
    let seated: { personId: string }[] = []
    await changeTime(run, { examId, room: null, personId: null }, async () => {
      await run(
        `DELETE FROM seat s USING exam e, membership m, jsonb_to_recordset($2::jsonb) AS g("group" text, room text)
         WHERE s.exam_id = $1 AND e.id = $1 AND m.course_id = e.course_id AND m.person_id = s.person_id
           AND m.role = 'student' AND m.group_name IS NOT DISTINCT FROM g."group"`,
        [examId, rows],
      )
      seated = await run<{ personId: string }>(
        `INSERT INTO seat (exam_id, person_id, room)
         SELECT e.id, m.person_id, g.room FROM exam e
         JOIN membership m ON m.course_id = e.course_id AND m.role = 'student'
         JOIN jsonb_to_recordset($2::jsonb) AS g("group" text, room text) ON m.group_name IS NOT DISTINCT FROM g."group"
         WHERE e.id = $1 AND g.room <> '' RETURNING person_id AS "personId"`,
        [examId, rows],
      )
    })
    await logAction(run, { examId, personId, action: 'accommodate', details: { rooms, students: seated } })
    return { students: seated.length }
  })
}
