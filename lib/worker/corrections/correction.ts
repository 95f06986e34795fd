import { query } from '../../db/query.ts'

/** How a regrade was asked to correct one of its questions. */
export interface AskedCorrection {
  /** null: what is published when it runs */
  questionVersionId: string | null
  policy: 'regrade' | 'both' | 'points'
  fields: string[]
}

export async function askedCorrection(regradeId: string, examQuestionId: string): Promise<AskedCorrection | null> {
  const [row] = await query<AskedCorrection>(
    `SELECT question_version_id AS "questionVersionId", policy, coalesce(fields, '{}') AS fields FROM question_correction
     WHERE regrade_id = $1 AND exam_question_id = $2`,
    [regradeId, examQuestionId],
  )
  return row ?? null
}

/** What staff should know of the policy before they decide. */
export async function policyNotes({ policy, fields }: AskedCorrection, examQuestionId: string): Promise<string[]> {
  if (policy === 'regrade') return []
  if (policy === 'both')
    return ['Both the question as it was and the corrected one are accepted: each part counts as it is better.']
  const [row] = await query<{ decided: number; labels: string[] }>(
    `SELECT count(*)::int AS decided, ARRAY(
       SELECT coalesce(a->>'label', a->>'name') FROM exam_question q JOIN question_version v ON v.id = q.question_version_id,
         jsonb_array_elements(v.definition->'answers') WITH ORDINALITY AS answers(a, place)
       WHERE q.id = $1 AND a->>'name' = ANY ($2) ORDER BY place) AS labels FROM (
       SELECT DISTINCT ON (r.submission_id, r.field) r.points FROM review r
       JOIN submission s ON s.id = r.submission_id JOIN attempt a ON a.id = s.attempt_id
       JOIN exam_question q ON q.id = $1 AND q.exam_id = a.exam_id
       WHERE r.field LIKE q.slug || '.%' AND (cardinality($2::text[]) = 0 OR substr(r.field, length(q.slug) + 2) = ANY ($2))
       ORDER BY r.submission_id, r.field, r.version DESC) newest
     WHERE points IS NOT NULL`,
    [examQuestionId, fields],
  )
  const parts = fields.length === 0 ? 'every part' : row?.labels.join(', ')
  const kept =
    (row?.decided ?? 0) > 0
      ? [`${row?.decided} answers to it were decided by a person: they keep the points that the person gave.`]
      : []
  return [`Everybody has all points of ${parts}, whatever they answered.`, ...kept]
}
