import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { requireOwnAttempt } from './facts.ts'

export interface Announcement {
  id: number
  /** of this question; null: of the whole exam */
  question: string | null
  text: string
  at: string
}

/** What staff said of the exam so far, the newest first; of single questions what is of those before this student. */
export async function attemptAnnouncements(
  principal: Principal | null,
  attemptId: string,
): Promise<{ announcements: Announcement[] }> {
  const { examId } = await requireOwnAttempt(principal, attemptId)
  const announcements = await query<Announcement>(
    `SELECT n.id::int, q.slug AS question, n.text, iso(n.created_at) AS at
     FROM announcement n LEFT JOIN exam_question q ON q.id = n.exam_question_id
     WHERE n.exam_id = $1 AND (q.id IS NULL OR EXISTS (
       SELECT FROM attempt a CROSS JOIN LATERAL attempt_places(a.id) p
       WHERE a.id = $2 AND p.exam_question_id = q.id AND p.place = coalesce(a.reached, p.place)))
     ORDER BY n.id DESC LIMIT 100`,
    [examId, attemptId],
  )
  return { announcements }
}
