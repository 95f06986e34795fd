import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { type ReviewEntry, waitingEntries } from './waiting.ts'

export type { ReviewEntry } from './waiting.ts'

/** What people have to score in an exam: texts, undecided formulas and broken fields, scored ones included. */
export async function reviewQueue(principal: Principal | null, examId: string): Promise<ReviewEntry[]> {
  await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  return waitingEntries(examId)
}
