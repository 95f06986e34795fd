import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'

export interface CoursePerson {
  personId: string
  name: string
  email: string
  role: 'student' | 'ta' | 'instructor'
}

/** Everybody in a course, for its instructors. */
export async function coursePeople(principal: Principal | null, courseId: string): Promise<CoursePerson[]> {
  await requireRole(principal, courseId, ['instructor'])
  return query<CoursePerson>(
    `SELECT p.id AS "personId", p.name, p.email, m.role FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.course_id = $1 ORDER BY m.role DESC, p.name`,
    [courseId],
  )
}
