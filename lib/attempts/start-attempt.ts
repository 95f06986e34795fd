import { requireEntry } from '../access/require-entry.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { type StartBody, startBody } from './input.ts'
import { startTogether } from './start-together.ts'

interface Window {
  courseId: string
  published: boolean
  opensAt: string | null
  early: boolean
  late: boolean
  /** the attempt, where it was started before */
  attemptId: string | null
}

/** The window as it is for this person. */
async function readWindow(examId: string, personId: string | undefined): Promise<Window | undefined> {
  const [window] = await query<Window>(
    `SELECT e.course_id AS "courseId", e.state = 'published' AS published,
       iso(t.opens_at) AS "opensAt", coalesce(clock_timestamp() < t.opens_at, false) AS early,
       coalesce(clock_timestamp() >= t.closes_at, false) AS late,
       (SELECT a.id FROM attempt a WHERE a.exam_id = e.id AND a.person_id = $2) AS "attemptId"
     FROM exam e CROSS JOIN LATERAL exam_time(e.id, $2) t WHERE e.id = $1`,
    [examId, personId],
  )
  return window
}

/**
 * Starts the student's one attempt, or returns it where it was started before. Each question's variant is drawn from its
 * pool in the same statement, which asks the window once more.
 */
export async function startAttempt(
  principal: Principal | null,
  examId: string,
  given: StartBody = {},
): Promise<{ attemptId: string }> {
  const window = await readWindow(examId, principal?.personId)
  const student = await requireRole(principal, window?.courseId, ['student'])
  if (!window?.published) throw notFound()
  if (window.attemptId) return { attemptId: window.attemptId }
  if (!window.early && !window.late) await requireEntry(student, examId, parse(startBody, given).code)

  const attemptId = await startTogether({ examId, personId: student.personId })
  if (attemptId) return { attemptId }
  const details = { opensAt: window.opensAt }
  if (window.early) throw new Refusal(409, 'not-open', 'This exam has not opened yet.', { details })
  throw new Refusal(409, 'over', 'This exam is over.')
}
