import { query } from '../db/query.ts'

/** Points of a submission's fields now; null: nobody has decided. */
export type FieldPoints = Record<string, number | null>

/** What some submissions have now, field by field, as their results show it. */
export async function presentPoints(submissionIds: readonly string[]): Promise<Map<string, FieldPoints>> {
  const rows = await query<{ submissionId: string; points: FieldPoints }>(
    `SELECT f.submission_id AS "submissionId", jsonb_object_agg(f.field, coalesce(r.points, f.points)) AS points
     FROM (
       SELECT g.submission_id, q.slug || '.' || (f->>'field') AS field, round_points((f->>'score')::float8 * round_points(
         CASE WHEN own.points > 0 THEN (f->>'points')::float8 * (q.points / own.points) ELSE (f->>'points')::float8 END)) AS points
       FROM (SELECT DISTINCT ON (submission_id, exam_question_id) submission_id, exam_question_id, result
         FROM grading WHERE submission_id = ANY ($1::uuid[]) ORDER BY submission_id, exam_question_id, id DESC) g
       JOIN exam_question q ON q.id = g.exam_question_id
       CROSS JOIN LATERAL (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own
       CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') f) f
     LEFT JOIN newest_review r ON r.submission_id = f.submission_id AND r.field = f.field AND r.submission_id = ANY ($1::uuid[])
     GROUP BY f.submission_id`,
    [submissionIds],
  )
  return new Map(rows.map(({ submissionId, points }) => [submissionId, points]))
}
