import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { invalid, notFound } from '../http/refusal.ts'
import { holdCourse, logCourse } from './course-action.ts'
import { countInstructors, refuseSitting, removePeople, requireInstructorLeft } from './remove-people.ts'
import { oneName } from './roster/one-name.ts'

const line = (most: number) =>
  z
    .string()
    .max(2_000)
    .transform((text) => oneName(text) || null)
    .refine((text) => (text ?? '').length <= most, `At most ${most} characters.`)

export const changePersonBody = z.strictObject({
  role: z.enum(['student', 'ta', 'instructor']),
  number: line(40).nullable().default(null),
  group: line(80).nullable().default(null),
})

/** Changes somebody's role, student number and group. The last instructor stays one. */
export async function changePerson(
  principal: Principal | null,
  courseId: string,
  personId: string,
  given: z.input<typeof changePersonBody>,
): Promise<void> {
  const staff = await requireRole(principal, courseId, ['instructor'])
  const { role, number, group } = parse(changePersonBody, given)
  await inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const [before] = await run<{ name: string; role: string; number: string | null; group: string | null }>(
      `SELECT p.name, m.role, m.number, m.group_name AS "group" FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.course_id = $1 AND m.person_id = $2`,
      [courseId, personId],
    )
    if (!before) throw notFound()
    if (before.role !== role) await refuseSitting(run, courseId, [personId])
    const [twin] = await run<{ name: string }>(
      `SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.course_id = $1 AND m.person_id <> $2 AND ltrim(lower(m.number), '0') = ltrim(lower($3), '0')`,
      [courseId, personId, number],
    )
    if (twin) throw invalid(`This is the student number of ${twin.name}.`, 'number')
    const instructors = await countInstructors(run, courseId)
    await run('UPDATE membership SET role = $3, number = $4, group_name = $5 WHERE course_id = $1 AND person_id = $2', [
      courseId,
      personId,
      role,
      number,
      group,
    ])
    await requireInstructorLeft(run, courseId, instructors)
    await logCourse(run, courseId, staff.personId, 'change', {
      personId,
      name: before.name,
      before,
      role,
      number,
      group,
    })
  })
}

/** Takes somebody off the list; what they sat stays. */
export async function removePerson(principal: Principal | null, courseId: string, personId: string): Promise<void> {
  const staff = await requireRole(principal, courseId, ['instructor'])
  await inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const [person] = await run<{ name: string }>('SELECT name FROM person WHERE id = $1', [personId])
    const instructors = await countInstructors(run, courseId)
    if ((await removePeople(run, courseId, [personId])) === 0) throw notFound()
    await requireInstructorLeft(run, courseId, instructors)
    await logCourse(run, courseId, staff.personId, 'remove', { personId, name: person?.name })
  })
}
