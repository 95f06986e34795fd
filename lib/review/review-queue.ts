import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { notFound } from '../http/refusal.ts'
import { examParts, type PartStanding, type Reviewer } from './queue/exam-parts.ts'

export interface ReviewQueue {
  exam: { id: string; title: string }
  /** assigns parts to people */
  mayAssign: boolean
  /** those whom parts can be assigned to */
  staff: Reviewer[]
  parts: PartStanding[]
}

/** Part by part what there is to review in an exam: how many answers wait, were decided, and in whose hands they are. */
export async function reviewQueue(principal: Principal | null, examId: string): Promise<ReviewQueue> {
  const courseId = await courseOfExam(examId)
  const { personId, role } = await requireRole(principal, courseId, ['ta', 'instructor'])
  const [[exam], staff, parts] = await Promise.all([
    query<ReviewQueue['exam']>('SELECT id, title FROM exam WHERE id = $1', [examId]),
    query<Reviewer>(
      `SELECT p.id AS "personId", p.name FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.course_id = $1 AND m.role IN ('ta', 'instructor') ORDER BY p.name, p.id`,
      [courseId],
    ),
    examParts(query, examId, { personId, everything: role !== 'ta' }),
  ])
  if (!exam) throw notFound()
  return { exam, mayAssign: role !== 'ta', staff, parts }
}
