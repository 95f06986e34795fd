import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { notFound } from '../http/refusal.ts'

/** A student of the course as the exam goes for them. */
export interface Sitter {
  personId: string
  name: string
  email: string
  room: string | null
  percent: number
  /** of the accommodation */
  extraMinutes: number
  reason: string
  /** given in mid-exam, to them, their room and all */
  extendedMinutes: number
  /** the newest, where they have several */
  attemptId: string | null
  state: 'not-begun' | 'open' | 'break' | 'closed'
  closedBy: 'student' | 'deadline' | 'staff' | null
  startedAt: string | null
  deadline: string | null
  lastSave: string | null
  /** how often they went on with another device */
  takeovers: number
  /** saves that came while the clock stood */
  savesInBreaks: number
  /** number of the newest announcement that a page of theirs said it shows; 0: none */
  shownUpTo: number
}

export interface LoggedAction {
  id: number
  at: string
  by: string
  /** whose attempt, where it was one */
  student: string | null
  action: string
  details: Record<string, unknown>
  reason: string
}

/** Something that was said to everybody who sits the exam. */
export interface Announced {
  id: number
  at: string
  by: string
  /** title of the question it is about; null: the whole exam */
  about: string | null
  text: string
}

export interface RunningExam {
  id: string
  courseId: string
  /** one member of staff's own: not for a class */
  trial: boolean
  title: string
  /** in which its window was written, or else that of its course */
  zone: string | null
  serverNow: string
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  mayChange: boolean
  questions: { slug: string; title: string }[]
  sitters: Sitter[]
  announcements: Announced[]
  log: LoggedAction[]
}

async function readSitters(examId: string): Promise<Sitter[]> {
  return query<Sitter>(
    `SELECT p.id AS "personId", p.name, p.email, t.room, coalesce(c.percent, k.percent, 100) AS percent,
       ceil(coalesce(c.extra_seconds, k.extra_seconds, 0) / 60.0)::int AS "extraMinutes",
       coalesce(c.reason, k.reason, '') AS reason,
       (SELECT coalesce(round(sum(x.seconds) / 60.0), 0)::int FROM extension x WHERE x.exam_id = e.id
         AND (x.person_id = p.id OR x.person_id IS NULL AND (x.room IS NULL OR x.room = t.room))) AS "extendedMinutes",
       a.id AS "attemptId",
       CASE WHEN a.id IS NULL THEN 'not-begun' WHEN a.state = 'closed' THEN 'closed' WHEN b.lasts THEN 'break' ELSE 'open' END AS state,
       s.closed_by AS "closedBy", iso(a.started_at) AS "startedAt", iso(d.deadline) AS deadline,
       iso((SELECT max(r.saved_at) FROM response r WHERE r.attempt_id = a.id)) AS "lastSave",
       coalesce(a.epoch - 1, 0) AS takeovers, coalesce(b.saves, 0)::int AS "savesInBreaks",
       coalesce((SELECT n.up_to FROM announcement_shown n WHERE n.attempt_id = a.id), 0)::int AS "shownUpTo"
     FROM exam e
     JOIN membership m ON m.course_id = e.course_id
     JOIN person p ON p.id = m.person_id
     LEFT JOIN seat t ON t.exam_id = e.id AND t.person_id = p.id
     LEFT JOIN accommodation c ON c.exam_id = e.id AND c.person_id = p.id
     LEFT JOIN course_accommodation k ON k.course_id = e.course_id AND k.person_id = p.id
     LEFT JOIN LATERAL (SELECT * FROM attempt x WHERE x.exam_id = e.id AND x.person_id = p.id
       ORDER BY x.number DESC LIMIT 1) a ON true
     LEFT JOIN submission s ON s.attempt_id = a.id
     LEFT JOIN LATERAL attempt_times(a.id) d ON true
     LEFT JOIN LATERAL (
       SELECT bool_or(k.ended_at IS NULL) AS lasts, sum((SELECT count(*) FROM save_event v WHERE v.attempt_id = a.id
         AND v.received_at > k.started_at + make_interval(secs => e.grace_seconds)
         AND v.received_at < coalesce(k.ended_at, 'infinity'))) AS saves
       FROM attempt_break k WHERE k.attempt_id = a.id) b ON true
     WHERE e.id = $1 AND (m.role = 'student' OR a.id IS NOT NULL) ORDER BY p.name, p.id`,
    [examId],
  )
}

/** The newest first. */
async function readAnnouncements(examId: string): Promise<Announced[]> {
  return query<Announced>(
    `SELECT n.id::int, iso(n.created_at) AS at, p.name AS by, coalesce(v.title, q.slug) AS about, n.text
     FROM announcement n JOIN person p ON p.id = n.author_id
     LEFT JOIN exam_question q ON q.id = n.exam_question_id LEFT JOIN question_version v ON v.id = q.question_version_id
     WHERE n.exam_id = $1 ORDER BY n.id DESC LIMIT 20`,
    [examId],
  )
}

/** The newest actions first. */
async function readLog(examId: string): Promise<LoggedAction[]> {
  return query<LoggedAction>(
    `SELECT l.id::int, iso(l.created_at) AS at, p.name AS by, l.action, l.details, l.reason,
       (SELECT s.name FROM person s WHERE s.id = coalesce(a.person_id, (l.details->>'personId')::uuid)) AS student
     FROM staff_action l JOIN person p ON p.id = l.person_id LEFT JOIN attempt a ON a.id = l.attempt_id
     WHERE l.exam_id = $1 ORDER BY l.id DESC LIMIT 200`,
    [examId],
  )
}

/** An exam while it is sat: everybody's time and state, and what staff did. Assistants see it, instructors change it. */
export async function runningExam(principal: Principal | null, examId: string): Promise<RunningExam> {
  const { role } = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [[exam], questions, sitters, announcements, log] = await Promise.all([
    query<Omit<RunningExam, 'mayChange' | 'questions' | 'sitters' | 'announcements' | 'log'>>(
      `SELECT id, course_id AS "courseId", trial_of IS NOT NULL AS trial, title,
         coalesce(zone, (SELECT c.zone FROM course c WHERE c.id = course_id)) AS zone, iso(clock_timestamp()) AS "serverNow",
         iso(opens_at) AS "opensAt", iso(closes_at) AS "closesAt", duration_seconds AS "durationSeconds" FROM exam WHERE id = $1`,
      [examId],
    ),
    query<{ slug: string; title: string }>(
      `SELECT q.slug, coalesce(v.title, q.slug) AS title FROM exam_question q
       LEFT JOIN question_version v ON v.id = q.question_version_id WHERE q.exam_id = $1 ORDER BY q.position`,
      [examId],
    ),
    readSitters(examId),
    readAnnouncements(examId),
    readLog(examId),
  ])
  if (!exam) throw notFound()
  return { ...exam, mayChange: role !== 'ta', questions, sitters, announcements, log }
}
