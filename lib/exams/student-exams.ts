import { query } from '../db/query.ts'
import { releaseInForce } from '../release/read-release.ts'
import { type ReleaseRow, releaseState } from '../release/release-state.ts'

export type StudentExamState = 'upcoming' | 'open' | 'in-progress' | 'submitted' | 'missed' | 'released'

/** One of a student's attempts at an exam. */
export interface OwnAttempt {
  attemptId: string
  number: number
  state: 'open' | 'closed'
  submittedAt: string | null
  /** its points are the student's; null: not to be told yet */
  counts: boolean | null
  /** null: not released */
  earned: number | null
}

/** An exam as one student has it: times include the student's accommodation. */
export interface ExamEntry {
  id: string
  title: string
  course: { id: string; title: string }
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  state: StudentExamState
  /** the one that is open, or else the one that counts */
  attemptId: string | null
  /** the first one first */
  attempts: OwnAttempt[]
  /** null: as many as one likes */
  attemptsAllowed: number | null
  attemptCounts: 'last' | 'best'
  /** number of the attempt that may begin now after those there are; null: none may */
  next: number | null
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
  mode: 'exam' | 'quiz'
  navigation: 'free' | 'forward'
  /** how often each question may be checked; 0: not at all, null: as often as one likes */
  checks: number | null
  questions: number
  points: number
}

type Row = Omit<ExamRow, 'attempts'> & {
  attempts: (OwnAttempt & { reviewed: boolean })[]
  released: ReleaseRow | null
}

/** What of the attempts may be told: which is the best one tells of points, and of what people decided on them. */
function told({ released, ...row }: Row): ExamRow {
  const { shows } = releaseState(row.release, released)
  const points = shows?.points === true && (shows.reviewed || row.attempts.every(({ reviewed }) => !reviewed))
  const attempts = row.attempts.map(({ reviewed: _, ...attempt }) => ({
    ...attempt,
    counts: points || row.attemptCounts === 'last' ? attempt.counts : null,
    earned: points ? attempt.earned : null,
  }))
  return { ...row, attempts }
}

/** Published exams that the person may sit; all of them but trials, or the one named. */
export async function studentExams(personId: string, examId: string | null = null): Promise<ExamRow[]> {
  const rows = await query<Row>(
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
       l.attempts, e.attempts_allowed AS "attemptsAllowed", e.attempt_counts AS "attemptCounts",
       CASE WHEN l.newest < coalesce(e.attempts_allowed, l.newest + 1) AND (a.state = 'closed' OR clock_timestamp() > attempt_shuts(a.id))
         AND clock_timestamp() < coalesce(t.closes_at, 'infinity') THEN l.newest + 1 END AS next,
       a.id AS "attemptId", iso(attempt_deadline(a.id)) AS deadline, iso(clock_timestamp()) AS "serverNow",
       (SELECT jsonb_build_object('open', count(*) FILTER (WHERE o.state = 'open'),
           'answered', count(*) FILTER (WHERE o.state = 'answered'))
         FROM review_request_now o JOIN submission s ON s.id = o.submission_id
         WHERE s.attempt_id = a.id AND r.scope <> 'none' HAVING count(*) > 0) AS requests,
       e.instructions, e.grace_seconds AS "graceSeconds",
       e.sync_grace_seconds AS "syncGraceSeconds", t.extra_seconds AS "extraSeconds",
       e.release_policy AS release, e.mode, e.navigation, CASE WHEN e.mode = 'quiz' THEN e.checks_allowed ELSE 0 END AS checks,
       q.questions, q.points, ${releaseInForce} AS released
     FROM exam_student m
     JOIN exam e ON e.id = m.exam_id AND e.state = 'published'
     JOIN course k ON k.id = e.course_id
     CROSS JOIN LATERAL exam_time(e.id, m.person_id) t
     CROSS JOIN LATERAL (
       SELECT max(o.number) AS newest, coalesce(max(o.id::text) FILTER (WHERE o.state = 'open'), max(o.id::text) FILTER (WHERE o.counts))::uuid AS id,
         coalesce(jsonb_agg(jsonb_build_object('attemptId', o.id, 'number', o.number, 'state', o.state, 'counts', o.counts,
           'reviewed', EXISTS (SELECT FROM review r WHERE r.submission_id = s.id),
           'submittedAt', iso(s.frozen_at), 'earned', CASE WHEN e.attempts_allowed IS DISTINCT FROM 1 THEN submission_points(s.id) END)
           ORDER BY o.number), '[]') AS attempts
       FROM (SELECT x.*, x.id = c.attempt_id AS counts FROM attempt x
         JOIN attempt_that_counts c ON c.exam_id = e.id AND c.person_id = m.person_id
         WHERE x.exam_id = e.id AND x.person_id = m.person_id) o
       LEFT JOIN submission s ON s.attempt_id = o.id) l
     LEFT JOIN attempt a ON a.id = l.id
     LEFT JOIN LATERAL release_in_force(e.id) r ON true
     JOIN exam_paper_total q ON q.exam_id = e.id
     WHERE m.person_id = $1 AND ($2::uuid IS NULL AND e.trial_of IS NULL OR e.id = $2)
     ORDER BY t.opens_at DESC NULLS LAST, e.title`,
    [personId, examId],
  )
  return rows.map(told)
}
