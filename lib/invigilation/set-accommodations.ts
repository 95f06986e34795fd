import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { inTransaction } from '../db/query.ts'
import { requireStudents } from '../exams/require-student.ts'
import { parse } from '../http/parse.ts'
import { changeTime } from './change-time.ts'
import { requireInvigilator } from './require-invigilator.ts'
import { logAction } from './staff-action.ts'
import { eachOnce, timeGiven } from './time-given.ts'

export const accommodationsBody = z.strictObject({
  students: eachOnce(z.strictObject({ ...timeGiven, room: z.string().trim().max(80) })),
})
type Body = z.input<typeof accommodationsBody>

/**
 * Sets the time and the room of students, before or during the exam: all of them or none. Attempts under way have it at
 * once, from the start of their attempt on.
 */
export async function setAccommodations(
  principal: Principal | null,
  examId: string,
  given: Body,
): Promise<{ students: number }> {
  const { personId: staffId, courseId } = await requireInvigilator(principal, examId)
  const { students } = parse(accommodationsBody, given)
  const rows = JSON.stringify(students)
  return inTransaction(async (query) => {
    await requireStudents(
      query,
      courseId,
      students.map(({ personId }) => personId),
    )
    await changeTime(query, { examId, room: null, personId: null }, async () => {
      await query(
        `WITH given AS (
           SELECT g."personId", g.percent, g."extraMinutes" * 60 AS extra_seconds, g.reason
           FROM jsonb_to_recordset($2::jsonb) AS g("personId" uuid, percent int, "extraMinutes" int, reason text)),
         -- what the course gives them in every exam is not written down for this one: it may change there
         as_course AS (SELECT g."personId" FROM given g JOIN exam e ON e.id = $1
           JOIN course_accommodation k ON k.course_id = e.course_id AND k.person_id = g."personId"
           WHERE k.percent = g.percent AND k.extra_seconds = g.extra_seconds AND g.reason IN ('', k.reason)
             AND NOT EXISTS (SELECT FROM accommodation w WHERE w.exam_id = $1 AND w.person_id = g."personId"
               AND (w.opens_at IS NOT NULL OR w.closes_at IS NOT NULL))),
         cleared AS (DELETE FROM accommodation c USING as_course s WHERE c.exam_id = $1 AND c.person_id = s."personId")
         INSERT INTO accommodation (exam_id, person_id, percent, extra_seconds, reason)
         SELECT $1, g."personId", g.percent, g.extra_seconds, g.reason FROM given g
         WHERE g."personId" NOT IN (SELECT "personId" FROM as_course)
         ON CONFLICT (exam_id, person_id) DO UPDATE
           SET percent = excluded.percent, extra_seconds = excluded.extra_seconds, reason = excluded.reason`,
        [examId, rows],
      )
      await query(
        `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS g("personId" uuid, room text)),
           cleared AS (DELETE FROM seat s USING given g WHERE s.exam_id = $1 AND s.person_id = g."personId" AND g.room = '')
         INSERT INTO seat (exam_id, person_id, room) SELECT $1, "personId", room FROM given WHERE room <> ''
         ON CONFLICT (exam_id, person_id) DO UPDATE SET room = excluded.room`,
        [examId, rows],
      )
    })
    await logAction(query, { examId, personId: staffId, action: 'accommodate', details: { students } })
    return { students: students.length }
  })
}
