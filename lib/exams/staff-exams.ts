import { query } from '../db/query.ts'
import { releaseInForce } from '../release/read-release.ts'
import { type ReleaseRow, type ReleaseState, releaseState } from '../release/release-state.ts'

/** An exam as staff see it. */
export interface StaffExam {
  id: string
  slug: string
  title: string
  mode: 'exam' | 'quiz'
  state: 'draft' | 'publishing' | 'published' | 'failed'
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  questions: number
  points: number
  attempts: number
  submissions: number
  /** for another look, that wait for an answer */
  requests: number
  release: ReleaseState
}

type Row = Omit<StaffExam, 'release'> & { policy: ReleaseState['policy']; released: ReleaseRow | null }

/** The exams of a course, or the one named. */
export async function staffExams(courseId: string, examId: string | null = null): Promise<StaffExam[]> {
  const rows = await query<Row>(
    `SELECT e.id, e.slug, e.title, e.mode, e.state, iso(e.opens_at) AS "opensAt", iso(e.closes_at) AS "closesAt",
       e.duration_seconds AS "durationSeconds", q.questions, q.points, a.attempts::int, a.submissions::int,
       (SELECT count(*) FROM review_request_now r WHERE r.exam_id = e.id AND r.state = 'open')::int AS requests,
       e.release_policy AS policy, ${releaseInForce} AS released
     FROM exam e
     JOIN exam_paper_total q ON q.exam_id = e.id
     CROSS JOIN LATERAL (SELECT count(*) AS attempts, count(*) FILTER (WHERE state = 'closed') AS submissions
       FROM attempt WHERE exam_id = e.id) a
     WHERE e.course_id = $1 AND e.discarded_at IS NULL
       AND ($2::uuid IS NULL AND e.trial_of IS NULL OR e.id = $2)
     ORDER BY e.opens_at DESC NULLS LAST, e.title`,
    [courseId, examId],
  )
  return rows.map(({ policy, released, ...exam }) => ({ ...exam, release: releaseState(policy, released) }))
}
