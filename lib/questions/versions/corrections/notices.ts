import { query } from '../../../db/query.ts'

/** What the students of an exam were told of a question that was corrected. */
export interface CorrectionNotice {
  slug: string
  title: string
  at: string
  text: string
}

/** The corrections of what a submission was asked that count and were told of, oldest first. */
export async function correctionNotices(submissionId: string): Promise<CorrectionNotice[]> {
  return query<CorrectionNotice>(
    `SELECT q.slug, v.title, iso(r.decided_at) AS at, c.notice AS text
     FROM submission s JOIN attempt_question aq ON aq.attempt_id = s.attempt_id
     JOIN question_correction c ON c.exam_question_id = aq.exam_question_id
     JOIN regrade r ON r.id = c.regrade_id AND r.state = 'approved'
     JOIN exam_question q ON q.id = aq.exam_question_id JOIN question_version v ON v.id = q.question_version_id
     WHERE s.id = $1 AND c.notice <> '' ORDER BY r.decided_at, q.position`,
    [submissionId],
  )
}
