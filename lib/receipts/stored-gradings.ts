import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import { query } from '../db/query.ts'

/** A stored grading with all that it was made of. */
export interface StoredGrading {
  gradingId: string
  questionVersionId: string
  source: string
  stored: QuestionGrading
  variant: Omit<Variant, 'arrangement'>
  answers: Record<string, RawAnswer | null> | null
  /** the key of the pool and those of regrades, as far as they belong to the version that graded */
  keys: { arrangement: Variant['arrangement']; key: VariantKey }[]
}

const attemptId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** One grading by its number, or those that count of an attempt, question by question; none where there is no such thing. */
export async function storedGradings(id: string): Promise<StoredGrading[]> {
  if (!attemptId.test(id) && !/^\d{1,18}$/.test(id)) return []
  const chosen = attemptId.test(id)
    ? `SELECT DISTINCT ON (g.exam_question_id) g.* FROM grading g JOIN submission s ON s.id = g.submission_id
       WHERE s.attempt_id = $1 ORDER BY g.exam_question_id, g.id DESC`
    : 'SELECT g.* FROM grading g WHERE g.id = $1'
  return query<StoredGrading>(
    `SELECT g.id::text AS "gradingId", qv.id AS "questionVersionId", qv.source, g.result AS stored,
       jsonb_build_object('slug', q.slug, 'version', qv.version, 'seed', v.seed, 'params', v.params) AS variant,
       (SELECT jsonb_object_agg(substr(a.field, length(q.slug) + 2), a.value) FROM answers_at(s.id, g.created_at) a
        WHERE starts_with(a.field, q.slug || '.')) AS answers,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('arrangement', c.arrangement, 'key', c.key)), '[]') FROM (
          SELECT k.arrangement, k.key FROM variant_key k
          WHERE k.variant_id = v.id AND v.question_version_id = g.question_version_id
          UNION ALL
          SELECT r.arrangement, r.key FROM regrade_key r
          WHERE r.exam_question_id = q.id AND r.variant_id = v.id AND r.question_version_id = g.question_version_id
        ) c) AS keys
     FROM (${chosen}) g
     JOIN submission s ON s.id = g.submission_id
     JOIN attempt_question aq ON aq.attempt_id = s.attempt_id AND aq.exam_question_id = g.exam_question_id
     JOIN exam_question q ON q.id = g.exam_question_id
     JOIN variant v ON v.id = aq.variant_id
     JOIN question_version qv ON qv.id = g.question_version_id
     ORDER BY q.position`,
    [id],
  )
}
