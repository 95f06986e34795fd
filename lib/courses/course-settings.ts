import type { Principal } from '../auth/principal.ts'
import { type CourseRole, requireRole } from '../auth/require.ts'
import { type Query, query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'

export interface CourseFacts {
  id: string
  slug: string
  title: string
  term: string
  zone: string | null
  archived: boolean
}

export async function readCourse(run: Query, courseId: string): Promise<CourseFacts> {
  const [course] = await run<CourseFacts>(
    'SELECT id, slug, title, term, zone, archived_at IS NOT NULL AS archived FROM course WHERE id = $1',
    [courseId],
  )
  if (!course) throw notFound()
  return course
}

export interface CourseLogEntry {
  id: number
  at: string
  by: string
  action: string
  details: Record<string, unknown>
}

/** A course as those who run it set it up, and what was done to it: the newest first. */
export async function courseSettings(
  principal: Principal | null,
  courseId: string,
): Promise<CourseFacts & { role: CourseRole; log: CourseLogEntry[] }> {
  const { role } = await requireRole(principal, courseId, ['instructor'])
  const [course, log] = await Promise.all([
    readCourse(query, courseId),
    query<CourseLogEntry>(
      `SELECT a.id::int, iso(a.created_at) AS at, p.name AS by, a.action, a.details
       FROM course_action a JOIN person p ON p.id = a.person_id WHERE a.course_id = $1 ORDER BY a.id DESC LIMIT 100`,
      [courseId],
    ),
  ])
  return { ...course, role, log }
}
