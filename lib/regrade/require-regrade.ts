import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { type CourseRole, requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'

export const regradeParams = z.strictObject({ regradeId: z.uuid() })

/** Who may see a regrade, and who may ask for one and decide on it. */
export const maySee: readonly CourseRole[] = ['ta', 'instructor']
export const mayDecide: readonly CourseRole[] = ['instructor']

/** A person with one of the roles in the course whose exam is regraded; to anybody else there is no such regrade. */
export async function requireRegrade(
  principal: Principal | null,
  regradeId: string,
  roles: readonly CourseRole[],
): Promise<Principal & { examId: string }> {
  const [row] = await query<{ examId: string; courseId: string }>(
    `SELECT r.exam_id AS "examId", e.course_id AS "courseId" FROM regrade r JOIN exam e ON e.id = r.exam_id WHERE r.id = $1`,
    [regradeId],
  )
  const person = await requireRole(principal, row?.courseId, roles)
  if (!row) throw notFound()
  return { ...person, examId: row.examId }
}
