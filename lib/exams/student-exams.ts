import { query } from '../db/query.ts'

export type StudentExamState = 'upcoming' | 'open' | 'in-progress' | 'submitted' | 'missed' | 'released'

/** An exam as one student has it: times include the student's accommodation. */
export interface ExamEntry {
  id: string
  title: string
  course: { id: string; title: string }
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  state: StudentExamState
  attemptId: string | null
  /** of the attempt, once started */
  deadline: string | null
  serverNow: string
  /** what the student has asked about the result, and what of it was answered; nothing while it is not released */
  requests: { open: number; answered: number } | null
}

export interface ExamRow extends ExamEntry {
  instructions: string
  graceSeconds: number
  syncGraceSeconds: number
  extraSeconds: number
  release: 'at-once' | 'by-staff'
  questions: number
  points: number
}

/** Published exams of the courses in which the person is a student; all of them, or the one named. */
export async function studentExams(personId: string, examId: string | null = null): Promise<ExamRow[]> {
  return query<ExamRow>(
    `SELECT e.id, e.title, jsonb_build_object('id', k.id, 'title', k.title) AS course,
       iso(t.opens_at) AS "opensAt", iso(t.closes_at) AS "closesAt", t.duration_seconds AS "durationSeconds",
       CASE
         WHEN a.state = 'closed' THEN
           CASE WHEN coalesce(r.scope <> 'none', e.release_policy = 'at-once') THEN 'released' ELSE 'submitted' END
         WHEN a.id IS NOT NULL THEN
           CASE WHEN clock_timestamp() > attempt_shuts(a.id) THEN 'submitted' ELSE 'in-progress' END
         WHEN clock_timestamp() < t.opens_at THEN 'upcoming'
         WHEN clock_timestamp() >= t.closes_at THEN 'missed'
         ELSE 'open' END AS state,
       a.id AS "attemptId", iso(attempt_deadline(a.id)) AS deadline, iso(clock_timestamp()) AS "serverNow",
       (SELECT jsonb_build_object('open', count(*) FILTER (WHERE o.state = 'open'),
           'answered', count(*) FILTER (WHERE o.state = 'answered'))
         FROM review_request_now o JOIN submission s ON s.id = o.submission_id
         WHERE s.attempt_id = a.id AND r.scope <> 'none' HAVING count(*) > 0) AS requests,
       e.instructions, e.grace_seconds AS "graceSeconds",
       e.sync_grace_seconds AS "syncGraceSeconds", t.extra_seconds AS "extraSeconds",
       e.release_policy AS release, q.questions::int, q.points
     FROM membership m
     JOIN course k ON k.id = m.course_id
     JOIN exam e ON e.course_id = k.id AND e.state = 'published'
     CROSS JOIN LATERAL exam_time(e.id, m.person_id) t
     LEFT JOIN attempt a ON a.exam_id = e.id AND a.person_id = m.person_id
     LEFT JOIN LATERAL release_in_force(e.id) r ON true
     CROSS JOIN LATERAL (SELECT count(*) AS questions, coalesce(sum(points), 0) AS points
       FROM exam_question WHERE exam_id = e.id) q
     WHERE m.person_id = $1 AND m.role = 'student' AND ($2::uuid IS NULL OR e.id = $2)
     ORDER BY t.opens_at DESC NULLS LAST, e.title`,
    [personId, examId],
  )
}
