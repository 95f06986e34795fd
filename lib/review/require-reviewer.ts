import type { Principal } from '../auth/principal.ts'
import { type CourseRole, requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { Refusal } from '../http/refusal.ts'

/** A part as it stands in an exam. */
export interface Part {
  courseId: string
  examQuestionId: string
  /** 'slug.name' */
  field: string
}

/** Whether a part is assigned to other people alone. */
async function isOthers(part: Part, personId: string): Promise<boolean> {
  const [row] = await query<{ others: boolean }>(
    `SELECT count(*) > 0 AND NOT coalesce(bool_or(person_id = $3), false) AS others
     FROM review_assignment WHERE exam_question_id = $1 AND field = $2`,
    [part.examQuestionId, part.field, personId],
  )
  return row?.others ?? false
}

/** Who may review a part: instructors every one, teaching assistants their own and those that are nobody's. */
export async function requireReviewer(
  principal: Principal | null,
  part: Part | null,
): Promise<Principal & { role: CourseRole }> {
  const person = await requireRole(principal, part?.courseId, ['ta', 'instructor'])
  if (person.role === 'ta' && part && (await isOthers(part, person.personId))) {
    throw new Refusal(403, 'not-assigned', 'This part is assigned to others.')
  }
  return person
}
