import type { Principal } from '../lib/auth/principal.ts'
import { listCourses } from '../lib/courses/list-courses.ts'
import { mayMakeCourses } from '../lib/courses/make-course.ts'

/** Whether there is anything for this person under /staff. */
export async function isStaff(principal: Principal | null): Promise<boolean> {
  if (principal === null) return false
  return (await listCourses(principal)).some(({ role }) => role !== 'student') || mayMakeCourses(principal)
}
