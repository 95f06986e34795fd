import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { type Query, query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import type { StudentTime } from './plan-time.ts'

export interface CourseTimes {
  students: (StudentTime & { group: string | null })[]
  /** what may be set for one exam alone: those that are no trial */
  exams: { id: string; title: string }[]
  /** which of them this is about; null: the whole course */
  exam: { id: string; title: string } | null
}

/** Every student's time: in all exams of the course, or as it is in one of them. */
export async function readTimes(run: Query, courseId: string, examId: string | null) {
  return run<StudentTime & { group: string | null }>(
    `SELECT p.id AS "personId", p.name, p.email, m.number, m.group_name AS "group",
       array_remove(ARRAY[m.roster_email, CASE WHEN p.email_verified OR m.roster_email IS NULL THEN lower(p.email) END], NULL) AS addresses,
       coalesce(c.percent, k.percent, 100) AS percent,
       ceil(coalesce(c.extra_seconds, k.extra_seconds, 0) / 60.0)::int AS "extraMinutes",
       coalesce(s.room, '') AS room, coalesce(c.reason, k.reason, '') AS reason
     FROM membership m JOIN person p ON p.id = m.person_id
     LEFT JOIN course_accommodation k ON k.course_id = m.course_id AND k.person_id = p.id
     LEFT JOIN accommodation c ON c.exam_id = $2 AND c.person_id = p.id
     LEFT JOIN seat s ON s.exam_id = $2 AND s.person_id = p.id
     WHERE m.course_id = $1 AND m.role = 'student' ORDER BY p.name, p.id`,
    [courseId, examId],
  )
}

export async function requireExamOf(
  run: Query,
  courseId: string,
  examId: string,
): Promise<{ id: string; title: string }> {
  const [exam] = await run<{ id: string; title: string }>(
    'SELECT id, title FROM exam WHERE id = $2 AND course_id = $1 AND trial_of IS NULL AND discarded_at IS NULL',
    [courseId, examId],
  )
  if (!exam) throw notFound()
  return exam
}

/** The times of a course's students, for its instructors; of one exam where it is named. */
export async function courseTimes(
  principal: Principal | null,
  courseId: string,
  examId: string | null = null,
): Promise<CourseTimes> {
  await requireRole(principal, courseId, ['instructor'])
  const exam = examId === null ? null : await requireExamOf(query, courseId, examId)
  const [students, exams] = await Promise.all([
    readTimes(query, courseId, examId),
    query<{ id: string; title: string }>(
      `SELECT id, title FROM exam WHERE course_id = $1 AND trial_of IS NULL AND discarded_at IS NULL
       ORDER BY opens_at DESC NULLS LAST, title`,
      [courseId],
    ),
  ])
  return { students, exams, exam }
}
