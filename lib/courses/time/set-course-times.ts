import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { requireStudents } from '../../exams/require-student.ts'
import { parse } from '../../http/parse.ts'
import { changeTime } from '../../invigilation/change-time.ts'
import { eachOnce, timeGiven } from '../../invigilation/time-given.ts'
import { holdCourse, logCourse } from '../course-action.ts'

export const courseTimesBody = z.strictObject({ students: eachOnce(z.strictObject(timeGiven)) })

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
    await requireStudents(run, courseId, people)
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
