import type { Principal } from '../auth/principal.ts'
import { type CourseRole, requirePerson } from '../auth/require.ts'
import { query } from '../db/query.ts'

export interface CourseEntry {
  id: string
  slug: string
  title: string
  term: string
  /** over: nothing is planned in it any more */
  archived: boolean
  role: CourseRole
}

/** The person's courses with the role there; all courses for an administrator. */
export async function listCourses(principal: Principal | null): Promise<CourseEntry[]> {
  const { personId } = requirePerson(principal)
  return query<CourseEntry>(
    `SELECT c.id, c.slug, c.title, c.term, c.archived_at IS NOT NULL AS archived,
       CASE WHEN p.administrator THEN 'administrator' ELSE m.role::text END AS role
     FROM person p
     JOIN course c ON true
     LEFT JOIN membership m ON m.course_id = c.id AND m.person_id = p.id
     WHERE p.id = $1 AND (p.administrator OR m.role IS NOT NULL) ORDER BY c.archived_at IS NOT NULL, c.title, c.term`,
    [personId],
  )
}
