import type { Query } from '../../../db/query.ts'
import { tickedIds } from '../../rubric/rubric.ts'

/** One person's blind score of an answer. */
export interface BlindScore {
  field: string
  submissionId: string
  personId: string
  name: string
  points: number
  rubric: string[]
}

export async function calibrationScores(run: Query, examId: string): Promise<BlindScore[]> {
  const rows = await run<Omit<BlindScore, 'rubric'> & { rubric: (string | number)[] }>(
    `SELECT b.field, b.submission_id AS "submissionId", p.id AS "personId", p.name, b.points, b.rubric
     FROM blind_score b
     JOIN calibration_answer c ON c.submission_id = b.submission_id AND c.field = b.field
     JOIN exam_question q ON q.id = c.exam_question_id
     JOIN person p ON p.id = b.person_id
     WHERE q.exam_id = $1 AND b.purpose = 'calibration' ORDER BY p.name, p.id, b.submission_id`,
    [examId],
  )
  return rows.map((row) => ({ ...row, rubric: tickedIds(row.rubric) }))
}

/** A second score beside the first one, which was there before it. */
export interface ScorePair {
  field: string
  submissionId: string
  attemptId: string
  examQuestionId: string
  threshold: number
  first: { personId: string; name: string; points: number }
  second: { personId: string; name: string; points: number; comment: string }
  /** what counts now */
  points: number | null
  /** a person decided after both */
  settledBy: string | null
}

/** Every second score with what stood when it was given. A rubric that changed since settles nothing by itself. */
export async function scorePairs(run: Query, examId: string): Promise<ScorePair[]> {
  return run<ScorePair>(
    `SELECT b.field, b.submission_id AS "submissionId", s.attempt_id AS "attemptId", e.exam_question_id AS "examQuestionId",
       coalesce(k.threshold, 0) AS threshold,
       jsonb_build_object('personId', fp.id, 'name', fp.name, 'points', f.points) AS first,
       jsonb_build_object('personId', bp.id, 'name', bp.name, 'points', b.points, 'comment', b.comment) AS second,
       n.points, np.name AS "settledBy"
     FROM blind_score b
     JOIN review_entry e ON e.submission_id = b.submission_id AND e.field = b.field
     JOIN submission s ON s.id = b.submission_id
     JOIN person bp ON bp.id = b.person_id
     LEFT JOIN blind_rule k ON k.exam_question_id = e.exam_question_id AND k.field = e.field
     JOIN LATERAL (SELECT reviewer_id, points FROM review r WHERE r.submission_id = b.submission_id AND r.field = b.field
       AND r.created_at <= b.created_at AND r.points IS NOT NULL ORDER BY version DESC LIMIT 1) f ON true
     JOIN person fp ON fp.id = f.reviewer_id
     JOIN newest_review n ON n.submission_id = b.submission_id AND n.field = b.field
     LEFT JOIN LATERAL (SELECT reviewer_id FROM review r WHERE r.submission_id = b.submission_id AND r.field = b.field
       AND r.created_at > b.created_at AND r.cause IN ('person', 'request') ORDER BY version DESC LIMIT 1) after ON true
     LEFT JOIN person np ON np.id = after.reviewer_id
     WHERE e.exam_id = $1 AND b.purpose = 'second' ORDER BY e.field, b.id`,
    [examId],
  )
}

/** Whether two scores are too far apart for nobody to look, and nobody has. */
export function isOpen({ points, second, threshold, settledBy }: ScorePair): boolean {
  return settledBy === null && points !== null && Math.abs(points - second.points) > threshold + 1e-9
}
