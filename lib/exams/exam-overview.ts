import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import { waitingCounts } from '../review/queue/waiting-counts.ts'
import { type AttemptRow, attemptRows } from './attempt-rows.ts'
import { courseOfExam } from './exam-course.ts'
import { type StaffExam, staffExams } from './staff-exams.ts'

export type { AttemptRow } from './attempt-rows.ts'

export interface ExamOverview extends Omit<StaffExam, 'attempts'> {
  course: { id: string; title: string }
  examQuestions: {
    id: string
    slug: string
    title: string
    points: number
    state: 'waiting' | 'ready' | 'failed'
    /** in its pool */
    variants: number
    problem: string | null
  }[]
  attempts: AttemptRow[]
  waitingReviews: number
  broken: number
}

/** An exam with its questions, attempts and what waits for somebody: for the staff of its course. */
export async function examOverview(principal: Principal | null, examId: string): Promise<ExamOverview> {
  const courseId = await courseOfExam(examId)
  await requireRole(principal, courseId, ['ta', 'instructor'])
  const [[exam], [course], examQuestions, attempts, waiting] = await Promise.all([
    staffExams(courseId ?? '', examId),
    query<ExamOverview['course']>('SELECT id, title FROM course WHERE id = $1', [courseId]),
    query<ExamOverview['examQuestions'][number]>(
      `SELECT q.id, q.slug, coalesce(v.title, q.slug) AS title, q.points, q.state, q.problem,
         (SELECT count(*) FROM pool_variant p WHERE p.exam_question_id = q.id)::int AS variants
       FROM exam_question q LEFT JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1 ORDER BY q.position`,
      [examId],
    ),
    attemptRows(examId),
    waitingCounts(query, examId),
  ])
  if (!exam || !course) throw notFound()
  return { ...exam, course, examQuestions, attempts, waitingReviews: waiting.waiting, broken: waiting.broken }
}
