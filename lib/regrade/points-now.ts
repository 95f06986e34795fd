import { query } from '../db/query.ts'

/** An attempt that was handed in, with its points as of now. */
export interface Standing {
  submissionId: string
  attemptId: string
  personId: string
  /** which attempt of this person */
  number: number
  points: number
}

const submissionsAtOnce = 500
/** Statements at a time: the database works on one core for each, and nobody else regrades by now. */
const lanes = 2

/**
 * What everybody whom the regrade touches has now: newest gradings, people's decisions over them. All their attempts are
 * there, for one that is not touched may be the one that counts.
 */
export async function pointsNow(regradeId: string): Promise<Standing[]> {
  const rows = await query<{ id: string }>(
    `SELECT s.id FROM regrade r JOIN attempt a ON a.exam_id = r.exam_id JOIN submission s ON s.attempt_id = a.id
     WHERE r.id = $1 AND a.person_id IN (SELECT b.person_id FROM regrade_result x JOIN submission t ON t.id = x.submission_id
       JOIN attempt b ON b.id = t.attempt_id WHERE x.regrade_id = $1)`,
    [regradeId],
  )
  const all: Standing[] = []
  let at = 0
  const lane = async () => {
    while (at < rows.length) {
      const some = rows.slice(at, at + submissionsAtOnce)
      at += submissionsAtOnce
      all.push(...(await pointsOf(some.map(({ id }) => id))))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return all
}

/** Rounded field by field as results are, and summed exactly: in whatever order rows come, it is the same. */
async function pointsOf(submissionIds: readonly string[]): Promise<Standing[]> {
  return query<Standing>(
    `SELECT s.id AS "submissionId", a.id AS "attemptId", a.person_id AS "personId", a.number,
       coalesce(sum(f.points), 0)::float8 AS points
     FROM submission s JOIN attempt a ON a.id = s.attempt_id JOIN attempt_question aq ON aq.attempt_id = a.id
     JOIN exam_question q ON q.id = aq.exam_question_id
     LEFT JOIN LATERAL (SELECT result FROM grading WHERE submission_id = s.id AND exam_question_id = q.id
       ORDER BY id DESC LIMIT 1) g ON true
     LEFT JOIN LATERAL (
       SELECT sum(coalesce(
         (SELECT v.points FROM review v WHERE v.submission_id = s.id AND v.field = q.slug || '.' || (f->>'field')
           ORDER BY v.version DESC LIMIT 1),
         round_points((f->>'score')::float8 * round_points(CASE WHEN own.points > 0
           THEN (f->>'points')::float8 * (q.points / own.points) ELSE (f->>'points')::float8 END)))::numeric) AS points
       FROM (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own,
         jsonb_array_elements(g.result->'fields') f) f ON true
     WHERE s.id = ANY ($1) GROUP BY s.id, a.id`,
    [submissionIds],
  )
}
