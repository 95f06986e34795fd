import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { holdCourse, logCourse } from '../course-action.ts'
import { removePeople } from '../remove-people.ts'
import { mostRows } from '../table/table-file.ts'
import { lookAtRoster, rosterRows } from './look-at-roster.ts'
import { storeRoster } from './store-roster.ts'

export const rosterBody = z.strictObject({
  rows: rosterRows,
  /** of the preview that somebody has seen */
  mark: z.string().max(100),
  /** of those who are missing from the list, whom to take off */
  remove: z.array(z.uuid()).max(mostRows).default([]),
})

const changedMeanwhile = () =>
  new Refusal(
    409,
    'changed',
    'The people of the course have changed since you looked. Nothing was imported: look again.',
  )

/**
 * Imports a list: exactly what its preview said, or nothing. Rows with a problem are left out; who is missing stays unless
 * they are named to be taken off.
 */
export async function importRoster(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof rosterBody>,
): Promise<{ enrolled: number; ahead: number; changed: number; removed: number }> {
  const { personId } = await requireRole(principal, courseId, ['instructor'])
  const { rows, mark, remove } = parse(rosterBody, given)
  return inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const look = await lookAtRoster(run, courseId, rows)
    if (look.mark !== mark) throw changedMeanwhile()
    const missing = new Set(look.missing.map((one) => one.personId))
    if (remove.some((one) => !missing.has(one)))
      throw invalid('Only students who are missing from the list can be taken off with it.', 'remove')
    const done = await storeRoster(run, courseId, look.steps)
    const removed = remove.length === 0 ? 0 : await removePeople(run, courseId, remove)
    const { enrolled, ahead, changed } = done
    if (enrolled.length + ahead.length + changed.length + removed > 0)
      await logCourse(run, courseId, personId, 'import', { ...done, removed: remove })
    return { enrolled: enrolled.length, ahead: ahead.length, changed: changed.length, removed }
  })
}
