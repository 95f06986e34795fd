import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { listCourses } from '../courses/list-courses.ts'

/** The courses into which this person may take questions over. */
export async function importCourses(principal: Principal | null): Promise<{ id: string; title: string }[]> {
  await requireStaffAnywhere(principal)
  const courses = await listCourses(principal)
  return courses
    .filter(({ role, archived }) => role !== 'student' && !archived)
    .map(({ id, title, term }) => ({ id, title: term === '' ? title : `${title}, ${term}` }))
}
