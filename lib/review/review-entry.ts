import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import type { ReviewCard } from './queue/card.ts'
import { loadCards } from './queue/load-cards.ts'
import { type Part, requireReviewer } from './require-reviewer.ts'

export interface ReviewEntry {
  exam: { id: string; title: string }
  card: ReviewCard
}

/** One answer to be reviewed, without the name of whose it is. Also computed ones, so that a score can be put aside. */
export async function reviewEntry(
  principal: Principal | null,
  submissionId: string,
  field: string,
): Promise<ReviewEntry> {
  const [found] = await query<Part & { examId: string; title: string }>(
    `SELECT e.exam_id AS "examId", x.title, x.course_id AS "courseId", e.exam_question_id AS "examQuestionId", e.field
     FROM review_entry e JOIN exam x ON x.id = e.exam_id WHERE e.submission_id = $1 AND e.field = $2`,
    [submissionId, field],
  )
  const { personId } = await requireReviewer(principal, found ?? null)
  if (!found) throw notFound()
  const { examQuestionId, examId, title } = found
  const [card] = await loadCards(query, { examQuestionId, field, submissions: [submissionId], me: personId })
  if (!card) throw notFound()
  return { exam: { id: examId, title }, card }
}
