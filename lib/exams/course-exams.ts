import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { type StaffExam, staffExams } from './staff-exams.ts'

/** The exams of a course, for its staff. */
export async function courseExams(principal: Principal | null, courseId: string): Promise<StaffExam[]> {
  await requireRole(principal, courseId, ['ta', 'instructor'])
  return staffExams(courseId)
}
