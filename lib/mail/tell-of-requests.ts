import type { Query } from '../db/query.ts'
import { enqueue } from '../db/queue.ts'
import { mailOrigin } from './sends-mail.ts'

/** Seconds in which requests gather: staff get one mail for all of them. */
const gather = 15 * 60

/** Tells the staff of an exam that requests wait, soon, each in one mail however many there will be by then. */
export async function tellStaffOfRequests(run: Query, examId: string): Promise<void> {
  if (mailOrigin() === null) return
  const mails = await run<{ mailId: string; fresh: boolean }>(
    `INSERT INTO mail (kind, exam_id, person_id, path)
     SELECT 'requests', e.id, m.person_id, '/staff/exams/' || e.id || '/requests'
     FROM exam e JOIN membership m ON m.course_id = e.course_id AND m.role IN ('ta', 'instructor')
     JOIN person p ON p.id = m.person_id AND p.issuer <> 'ahead' WHERE e.id = $1
     ORDER BY m.person_id
     ON CONFLICT (exam_id, person_id) WHERE kind = 'requests' AND composed_at IS NULL DO UPDATE SET more = mail.more + 1
     RETURNING id AS "mailId", more = 0 AS fresh`,
    [examId],
  )
  const fresh = mails.flatMap(({ mailId, fresh: made }) => (made ? [{ mailId }] : []))
  await enqueue(run, 'mail', fresh, gather)
}

/** Tells a student that their request was answered. `seq`: which message of it says so. */
export async function tellOfAnswer(run: Query, requestId: string, seq: number): Promise<void> {
  if (mailOrigin() === null) return
  const mails = await run<{ mailId: string }>(
    `INSERT INTO mail (key, kind, exam_id, person_id, path)
     SELECT 'answered/' || q.id || '/' || $2, 'answered', q.exam_id, q.person_id, '/attempts/' || s.attempt_id || '/result'
     FROM review_request q JOIN submission s ON s.id = q.submission_id WHERE q.id = $1
     ON CONFLICT DO NOTHING RETURNING id AS "mailId"`,
    [requestId, seq],
  )
  await enqueue(run, 'mail', mails)
}
