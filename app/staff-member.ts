import type { Principal } from '../lib/auth/principal.ts'
import { listCourses } from '../lib/courses/list-courses.ts'
import { mayMakeCourses } from '../lib/courses/make-course.ts'

/** What there is for this person: something under /staff; exams to sit, of which those who only teach have none. */
export async function roomsOf(principal: Principal | null): Promise<{ staff: boolean; sits: boolean }> {
  if (principal === null) return { staff: false, sits: false }
  const courses = await listCourses(principal)
  const staff = courses.some(({ role }) => role !== 'student') || (await mayMakeCourses(principal))
  return { staff, sits: !staff || courses.some(({ role }) => role === 'student') }
}
