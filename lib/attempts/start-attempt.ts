import { requireEntry } from '../access/require-entry.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { type StartBody, startBody } from './input.ts'

interface Window {
  courseId: string
  published: boolean
  opensAt: string | null
  early: boolean
  late: boolean
}

/** The window as it is for this person. */
async function readWindow(examId: string, personId: string | undefined): Promise<Window | undefined> {
  const [window] = await query<Window>(
    `SELECT e.course_id AS "courseId", e.state = 'published' AS published,
       iso(t.opens_at) AS "opensAt", coalesce(clock_timestamp() < t.opens_at, false) AS early,
       coalesce(clock_timestamp() >= t.closes_at, false) AS late
     FROM exam e CROSS JOIN LATERAL exam_time(e.id, $2) t WHERE e.id = $1`,
    [examId, personId],
  )
  return window
}

async function existing(examId: string, personId: string) {
  const [row] = await query<{ attemptId: string }>(
    'SELECT id AS "attemptId" FROM attempt WHERE exam_id = $1 AND person_id = $2',
    [examId, personId],
  )
  return row
}

/**
 * Starts the student's one attempt, or returns it where it was started before. Each question's variant is drawn from its
 * pool in the same transaction; the window is asked in the statement that makes the attempt.
 */
export async function startAttempt(
  principal: Principal | null,
  examId: string,
  given: StartBody = {},
): Promise<{ attemptId: string }> {
  const window = await readWindow(examId, principal?.personId)
  const student = await requireRole(principal, window?.courseId, ['student'])
  const { personId } = student
  if (!window?.published) throw notFound()
  const before = await existing(examId, personId)
  if (before) return before
  if (!window.early && !window.late) await requireEntry(student, examId, parse(startBody, given).code)

  await inTransaction(async (run) => {
    const [started] = await run<{ id: string }>(
      `INSERT INTO attempt (exam_id, person_id)
       SELECT e.id, $2 FROM exam e CROSS JOIN LATERAL exam_time(e.id, $2) t
       WHERE e.id = $1 AND e.state = 'published'
         AND clock_timestamp() >= coalesce(t.opens_at, '-infinity')
         AND clock_timestamp() < coalesce(t.closes_at, 'infinity')
       ON CONFLICT (exam_id, person_id) DO NOTHING RETURNING id`,
      [examId, personId],
    )
    if (!started) return
    await run(
      `INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
       SELECT $1, q.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = q.id ORDER BY random() LIMIT 1)
       FROM exam_question q WHERE q.exam_id = $2`,
      [started.id, examId],
    )
  })
  const attempt = await existing(examId, personId)
  if (attempt) return attempt
  const details = { opensAt: window.opensAt }
  if (window.early) throw new Refusal(409, 'not-open', 'This exam has not opened yet.', { details })
  throw new Refusal(409, 'over', 'This exam is over.')
}
