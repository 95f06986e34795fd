import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { slug } from '../http/slug.ts'
import { holdCourse, logCourse } from './course-action.ts'
import { readCourse } from './course-settings.ts'
import { courseFacts, slugTaken } from './make-course.ts'

export const settingsBody = z.strictObject({ ...courseFacts, slug, archived: z.boolean().default(false) })

/** Changes what a course is called, its zone, and whether it is over. */
export async function changeSettings(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof settingsBody>,
): Promise<void> {
  const { personId } = await requireRole(principal, courseId, ['instructor'])
  const { title, slug, term, zone, archived } = parse(settingsBody, given)
  await inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const before = await readCourse(run, courseId)
    const [taken] = await run('SELECT id FROM course WHERE slug = $2 AND id <> $1', [courseId, slug])
    if (taken) throw slugTaken()
    await run(
      `UPDATE course SET title = $2, slug = $3, term = $4, zone = $5,
         archived_at = CASE WHEN $6 THEN coalesce(archived_at, clock_timestamp()) END WHERE id = $1`,
      [courseId, title, slug, term, zone, archived],
    )
    await logCourse(run, courseId, personId, 'settings', { before, title, slug, term, zone, archived })
  })
}
