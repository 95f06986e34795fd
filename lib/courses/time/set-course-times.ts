import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid } from '../../http/refusal.ts'
import { changeTime } from '../../invigilation/change-time.ts'
import { holdCourse, logCourse } from '../course-action.ts'

export const courseTimesBody = z.strictObject({
  students: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        /** of the usual time */
        percent: z.number().int().min(100, 'At least 100 %.').max(1000, 'At most 1000 %.'),
        extraMinutes: z.number().int().min(0, 'Not less than none.').max(10_080, 'At most a week.'),
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .min(1)
    .max(5_000)
    .refine((list) => new Set(list.map((one) => one.personId)).size === list.length, 'A student may occur once.'),
})

/** Exams of the course that somebody of these sits: their time changes under way. */
async function examsUnderWay(run: Query, courseId: string, people: readonly string[]): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `SELECT DISTINCT e.id FROM exam e JOIN attempt a ON a.exam_id = e.id
     WHERE e.course_id = $1 AND a.person_id = ANY($2) AND a.state = 'open' ORDER BY e.id`,
    [courseId, people],
  )
  return rows.map(({ id }) => id)
}

/** Holds every exam's attempts while time changes in all of them. */
function changingAll(run: Query, exams: readonly string[], change: () => Promise<unknown>): Promise<unknown> {
  const [examId, ...others] = exams
  if (examId === undefined) return change()
  return changeTime(run, { examId, room: null, personId: null }, () => changingAll(run, others, change))
}

/**
 * Gives students more time in every exam of a course, those to come too; an exam's own accommodation stands in its place.
 * Attempts under way have it at once. All of it or none.
 */
export async function setCourseTimes(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof courseTimesBody>,
): Promise<{ students: number }> {
  const { personId: staffId } = await requireRole(principal, courseId, ['instructor'])
  const { students } = parse(courseTimesBody, given)
  const rows = JSON.stringify(students)
  const people = students.map(({ personId }) => personId)
  return inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const known = await run<{ id: string }>(
      `SELECT person_id AS id FROM membership WHERE course_id = $1 AND person_id = ANY($2) AND role = 'student'`,
      [courseId, people],
    )
    const members = new Set(known.map(({ id }) => id))
    const stranger = people.findIndex((id) => !members.has(id))
    if (stranger >= 0) throw invalid('This person is no student of the course.', `students.${stranger}.personId`)
    await changingAll(run, await examsUnderWay(run, courseId, people), async () => {
      await run(
        `INSERT INTO course_accommodation (course_id, person_id, percent, extra_seconds, reason)
         SELECT $1, g."personId", g.percent, g."extraMinutes" * 60, g.reason
         FROM jsonb_to_recordset($2::jsonb) AS g("personId" uuid, percent int, "extraMinutes" int, reason text)
         ON CONFLICT (course_id, person_id) DO UPDATE
           SET percent = excluded.percent, extra_seconds = excluded.extra_seconds, reason = excluded.reason`,
        [courseId, rows],
      )
      await run(
        `DELETE FROM course_accommodation WHERE course_id = $1 AND person_id = ANY($2)
           AND percent = 100 AND extra_seconds = 0 AND reason = ''`,
        [courseId, people],
      )
    })
    await logCourse(run, courseId, staffId, 'accommodate', { students })
    return { students: students.length }
  })
}
