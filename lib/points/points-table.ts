import { receiptCode } from '../attempts/receipt.ts'
import { roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'
import type { ExamPart } from './exam-parts.ts'
import type { Row } from './export/table.ts'
import { type FieldPoints, presentPoints } from './present-points.ts'

interface Student {
  name: string
  email: string
  subject: string
  /** number of the attempt that counts, and how many they began; null, 0: none */
  attempt: number | null
  attempts: number
  state: 'open' | 'closed' | null
  /** of the questions that were drawn for this student */
  drawn: string[] | null
  /** of everybody's paper */
  possible: number
  submissionId: string | null
  submittedAt: string | null
  closedBy: string | null
  digest: string | null
  lateAccepted: number
}

/** So many submissions are read with one statement. */
const together = 500

/** Everybody who is enrolled or sat the exam, by name. */
async function students(examId: string): Promise<Student[]> {
  return query<Student>(
    `SELECT p.name, p.email, p.subject, a.number AS attempt,
       (SELECT count(*)::int FROM attempt o WHERE o.exam_id = e.id AND o.person_id = p.id) AS attempts, a.state, s.id AS "submissionId", iso(s.frozen_at) AS "submittedAt",
       s.closed_by AS "closedBy", s.digest,
       (SELECT jsonb_agg(aq.exam_question_id) FROM attempt_question aq WHERE aq.attempt_id = a.id) AS drawn,
       t.points AS possible,
       (SELECT count(DISTINCT field) FROM late_accepted l WHERE l.submission_id = s.id)::int AS "lateAccepted"
     FROM exam e JOIN exam_paper_total t ON t.exam_id = e.id
     JOIN person p ON EXISTS (SELECT FROM membership m WHERE m.course_id = e.course_id AND m.person_id = p.id AND m.role = 'student')
       OR EXISTS (SELECT FROM attempt a WHERE a.exam_id = e.id AND a.person_id = p.id)
     LEFT JOIN attempt_that_counts c ON c.exam_id = $1 AND c.person_id = p.id
     LEFT JOIN attempt a ON a.id = c.attempt_id
     LEFT JOIN submission s ON s.attempt_id = a.id
     WHERE e.id = $1 ORDER BY p.name, p.id`,
    [examId],
  )
}

const heading = ({ slug, label, points }: ExamPart) => `${slug}: ${label} (${points})`

function rowOf(student: Student, parts: readonly ExamPart[], points: FieldPoints | undefined): Row {
  const { name, email, subject, attempt, attempts, state } = student
  const { submittedAt, closedBy, digest, lateAccepted, drawn, possible } = student
  const earned = parts.map(({ field }) => points?.[field] ?? null)
  const own = drawn && new Set(drawn)
  const theirs = parts
    .map((part, k) => ({ ...part, earned: earned[k] }))
    .filter((part) => own?.has(part.examQuestionId))
  const waiting = theirs.reduce((sum, part) => sum + (part.earned === null ? part.points : 0), 0)
  const total = earned.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const decided = earned.some((one) => one !== null)
  return [
    name,
    email,
    subject,
    attempt,
    attempts,
    state ?? 'did not start',
    submittedAt,
    closedBy,
    digest === null ? null : receiptCode(digest),
    lateAccepted,
    decided ? roundPoints(total) : null,
    roundPoints(own ? theirs.reduce((sum, part) => sum + part.points, 0) : possible),
    points ? roundPoints(waiting) : null,
    ...earned,
  ]
}

/** Points by student and part, in rows: the first one names the columns. */
export async function* pointsTable(examId: string, parts: readonly ExamPart[]): AsyncGenerator<Row> {
  const all = await students(examId)
  yield [
    ...['name', 'e-mail', 'account', 'attempt that counts', 'attempts', 'state', 'handed in', 'closed by', 'receipt'],
    'late answers accepted',
    ...['points', 'possible', 'waiting'],
    ...parts.map(heading),
  ]
  for (let at = 0; at < all.length; at += together) {
    const some = all.slice(at, at + together)
    const points = await presentPoints(some.flatMap(({ submissionId }) => submissionId ?? []))
    for (const student of some) yield rowOf(student, parts, points.get(student.submissionId ?? ''))
  }
}
