import { roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'
import { distributionOf } from './distribution.ts'
import { pointsNow } from './points-now.ts'
import type { FieldReport, RegradeReport, StudentChange } from './report.ts'
import { studentChanges } from './student-changes.ts'

/** What each submission gains or loses; a field that a person has decided, and has not taken back, keeps their points. */
async function differences(regradeId: string): Promise<Map<string, number>> {
  const rows = await query<{ submissionId: string; difference: number }>(
    `SELECT x.submission_id AS "submissionId",
       sum(coalesce((c->>'after')::numeric, 0) - coalesce((c->>'before')::numeric, 0))::float8 AS difference
     FROM regrade_result x JOIN exam_question q ON q.id = x.exam_question_id
     CROSS JOIN LATERAL jsonb_array_elements(x.changes) c
     WHERE x.regrade_id = $1 AND x.changes IS NOT NULL AND (
       SELECT v.points FROM review v WHERE v.submission_id = x.submission_id AND v.field = q.slug || '.' || (c->>'field')
       ORDER BY v.version DESC LIMIT 1) IS NULL
     GROUP BY 1`,
    [regradeId],
  )
  return new Map(rows.map(({ submissionId, difference }) => [submissionId, difference]))
}

type Change = FieldReport['changes'][number] & { slug: string; field: string }

async function changedVerdicts(regradeId: string): Promise<Change[]> {
  return query<Change>(
    `SELECT q.slug, c->>'field' AS field, c->>'from' AS "from", c->>'to' AS "to", count(*)::int AS count,
       sum(coalesce((c->>'after')::numeric, 0) - coalesce((c->>'before')::numeric, 0))::float8 AS points
     FROM regrade_result x JOIN exam_question q ON q.id = x.exam_question_id
     CROSS JOIN LATERAL jsonb_array_elements(x.changes) c
     WHERE x.regrade_id = $1 AND x.changes IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4`,
    [regradeId],
  )
}

type Held = Pick<FieldReport, 'slug' | 'field' | 'label' | 'broken' | 'undecided'>

/** The fields of the regraded questions in the order of the paper, with how many of their answers wait for a person. */
async function heldFields(regradeId: string): Promise<Held[]> {
  return query<Held>(
    `WITH held AS (
       SELECT o.exam_question_id, f->>'field' AS field,
         coalesce(sum(x.times) FILTER (WHERE f->>'verdict' = 'broken'), 0) AS broken,
         coalesce(sum(x.times) FILTER (WHERE f->>'verdict' <> 'broken'), 0) AS undecided
       FROM regrade_outcome o
       JOIN (SELECT exam_question_id, digest, count(*) AS times FROM regrade_result WHERE regrade_id = $1 GROUP BY 1, 2) x
         USING (exam_question_id, digest)
       CROSS JOIN LATERAL jsonb_array_elements(o.result->'fields') f
       WHERE o.regrade_id = $1 AND f->'score' = 'null' GROUP BY 1, 2)
     SELECT q.slug, p->>'name' AS field, p->>'label' AS label, coalesce(h.broken, 0)::int AS broken,
       coalesce(h.undecided, 0)::int AS undecided
     FROM regrade_question d JOIN exam_question q ON q.id = d.exam_question_id
     CROSS JOIN LATERAL (SELECT paper FROM regrade_key k WHERE k.regrade_id = d.regrade_id AND k.exam_question_id = q.id LIMIT 1) k
     CROSS JOIN LATERAL jsonb_array_elements(k.paper->'fields') WITH ORDINALITY AS fields(p, place)
     LEFT JOIN held h ON h.exam_question_id = q.id AND h.field = p->>'name'
     WHERE d.regrade_id = $1 ORDER BY q.position, place`,
    [regradeId],
  )
}

async function whatChanged(regradeId: string) {
  const differs = await differences(regradeId)
  return { differs, changes: await changedVerdicts(regradeId), held: await heldFields(regradeId) }
}

/** Who gains, who loses, the two distributions, and what became of each field: for people to decide by. */
export async function makeReport(regradeId: string): Promise<RegradeReport> {
  // just filled: without statistics these would be joined row by row; those of the large values are of no use
  await query(
    'ANALYZE regrade_result (regrade_id, submission_id, exam_question_id, digest), regrade_outcome (regrade_id, exam_question_id, digest)',
  )
  const [now, rest] = await Promise.all([pointsNow(regradeId), whatChanged(regradeId)])
  const { differs, changes, held } = rest
  const [exam] = await query<{ possible: number; best: boolean }>(
    `SELECT t.points AS possible, e.attempt_counts = 'best' AND e.attempts_allowed IS DISTINCT FROM 1 AS best
     FROM regrade r JOIN exam e ON e.id = r.exam_id JOIN exam_paper_total t ON t.exam_id = e.id WHERE r.id = $1`,
    [regradeId],
  )
  const students = studentChanges(now, differs, exam?.best ?? false)
  const count = (which: (difference: number) => boolean) =>
    students.filter(({ before, after }) => which(roundPoints(after - before))).length
  const sum = (of: (student: StudentChange) => number) =>
    roundPoints(students.reduce((total, student) => total + of(student), 0))
  const possible = roundPoints(exam?.possible ?? 0)
  return {
    possible,
    counts: { gained: count((d) => d > 0), lost: count((d) => d < 0), unchanged: count((d) => d === 0) },
    sums: { before: sum(({ before }) => before), after: sum(({ after }) => after) },
    students,
    distribution: distributionOf(possible, students),
    fields: held.map((field) => ({
      ...field,
      changes: changes
        .filter((change) => change.slug === field.slug && change.field === field.field)
        .map(({ from, to, count: times, points }) => ({ from, to, count: times, points: roundPoints(points) })),
    })),
  }
}
