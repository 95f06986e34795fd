import type { Principal } from '../auth/principal.ts'
import { requirePerson, requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'

/** Somebody who may change what happens in an exam: an instructor of its course. */
export async function requireInvigilator(principal: Principal | null, examId: string) {
  const courseId = await courseOfExam(examId)
  const { personId } = await requireRole(principal, courseId, ['instructor'])
  return { personId, courseId: courseId ?? '' }
}

interface StaffedAttempt {
  /** who asks */
  staffId: string
  examId: string
  /** who sits it */
  personId: string
}

/** The same for an attempt. */
export async function requireInvigilatorOf(principal: Principal | null, attemptId: string): Promise<StaffedAttempt> {
  requirePerson(principal)
  const [attempt] = await query<{ examId: string; personId: string; courseId: string }>(
    `SELECT a.exam_id AS "examId", a.person_id AS "personId", e.course_id AS "courseId"
     FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  const { personId: staffId } = await requireRole(principal, attempt?.courseId, ['instructor'])
  return { staffId, examId: attempt?.examId ?? '', personId: attempt?.personId ?? '' }
}
