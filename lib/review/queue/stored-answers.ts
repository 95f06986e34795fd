import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Query } from '../../db/query.ts'
import type { StoredQuestion } from '../../grading/assemble-result.ts'
import type { ReviewCard } from './card.ts'

export interface StoredDecision {
  field: string
  version: number
  reviewer: string
  points: number | null
  comment: string
  rubric: (string | number)[]
  adjustment: number
  reason: string
  createdAt: string
}

/** One answer as stored, with the whole question it is in. */
export interface StoredAnswer extends Omit<StoredQuestion, 'solved'> {
  submissionId: string
  attemptId: string
  /** whose it is: goes no further than to what stands for it */
  student: string
  why: ReviewCard['why']
  version: number
  holder: string | null
  given: Record<string, RawAnswer | null> | null
  /** of every part of the question, newest first */
  decisions: StoredDecision[] | null
}

/**
 * Answers of one part, all that is stored of them in one statement. By ids, each row a few look-ups by primary key: it
 * takes as long in a class of 20,000 as in one of 20.
 */
export function storedAnswers(
  run: Query,
  { submissions, field, me }: { submissions: readonly string[]; field: string; me: string },
): Promise<StoredAnswer[]> {
  return run<StoredAnswer>(
    `SELECT s.id AS "submissionId", s.attempt_id AS "attemptId", e.why, e.version, q.slug, qv.title, q.points,
       (SELECT p.name FROM attempt a JOIN person p ON p.id = a.person_id WHERE a.id = s.attempt_id) AS student,
       v.paper, qv.definition->'answers' AS answers, v.key - ARRAY['alternatives', 'alternativeBands', 'deviation'] AS key,
       (qv.definition->'decimals')::int AS decimals, (qv.definition->'leniency')::float8 AS leniency, g.result AS grading,
       CASE WHEN e.claimed_by <> $3 AND e.claimed_until > clock_timestamp()
         THEN (SELECT name FROM person WHERE id = e.claimed_by) END AS holder,
       (SELECT jsonb_object_agg(a.field, a.value) FROM answer_that_counts a
         WHERE a.submission_id = s.id AND starts_with(a.field, q.slug || '.')) AS given,
       (SELECT jsonb_agg(jsonb_build_object('field', r.field, 'version', r.version, 'reviewer', p.name, 'points', r.points,
           'comment', r.comment, 'rubric', r.rubric, 'adjustment', r.adjustment, 'reason', r.reason,
           'createdAt', iso(r.created_at)) ORDER BY r.version DESC)
         FROM review r JOIN person p ON p.id = r.reviewer_id
         WHERE r.submission_id = s.id AND starts_with(r.field, q.slug || '.')) AS decisions
     FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, place)
     JOIN review_entry e ON e.submission_id = wanted.id AND e.field = $2
     JOIN submission s ON s.id = e.submission_id
     JOIN exam_question q ON q.id = e.exam_question_id
     -- apart, so that the view is read for these answers alone, whatever the planner thinks of their number
     CROSS JOIN LATERAL (SELECT * FROM variant_as_graded x
       WHERE x.attempt_id = s.attempt_id AND x.exam_question_id = e.exam_question_id OFFSET 0) v
     JOIN question_version qv ON qv.id = v.question_version_id
     JOIN grading g ON g.id = e.grading_id
     ORDER BY wanted.place`,
    [submissions, field, me],
  )
}
