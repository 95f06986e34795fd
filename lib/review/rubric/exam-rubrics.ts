import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { courseRubrics } from './course-rubrics.ts'

export interface ExamRubrics {
  exam: { id: string; title: string }
  parts: {
    field: string
    title: string
    label: string
    kind: string
    possible: number
    version: number
    items: number
    reviewed: number
    waiting: number
  }[]
}

/** Every part of an exam with how its rubric stands. */
export async function examRubrics(principal: Principal | null, examId: string): Promise<ExamRubrics> {
  const [exam] = await query<{ title: string; courseId: string }>(
    'SELECT title, course_id AS "courseId" FROM exam WHERE id = $1',
    [examId],
  )
  await requireRole(principal, exam?.courseId, ['ta', 'instructor'])
  if (!exam) throw notFound()
  const [rubrics, counts] = await Promise.all([
    courseRubrics(exam.courseId, examId),
    query<{ field: string; reviewed: number; waiting: number }>(
      `SELECT field, coalesce(sum(n) FILTER (WHERE decided), 0)::int AS reviewed,
         coalesce(sum(n) FILTER (WHERE why IS NOT NULL AND NOT decided), 0)::int AS waiting
       FROM review_count WHERE exam_id = $1 GROUP BY field`,
      [examId],
    ),
  ])
  const counted = new Map(counts.map(({ field, ...count }) => [field, count]))
  const parts = rubrics.map(({ field, title, label, kind, possible, rubric }) => ({
    ...{ field, title, label, kind, possible, version: rubric.version, items: rubric.items.length },
    ...{ reviewed: counted.get(field)?.reviewed ?? 0, waiting: counted.get(field)?.waiting ?? 0 },
  }))
  return { exam: { id: examId, title: exam.title }, parts }
}
