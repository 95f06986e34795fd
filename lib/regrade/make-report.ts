import { roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'
import { distributionOf } from './distribution.ts'
import type { FieldReport, RegradeReport, StudentChange } from './report.ts'

interface Standing {
  submissionId: string
  attemptId: string
  points: number
}

const submissionsAtOnce = 500
/** Statements at a time: the database works on one core for each, and nobody else regrades by now. */
const lanes = 2

/** Points that each submission of the regrade has now: newest gradings, people's decisions over them. */
async function pointsNow(regradeId: string): Promise<Standing[]> {
  const rows = await query<{ id: string }>(
    'SELECT DISTINCT submission_id AS id FROM regrade_result WHERE regrade_id = $1',
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

async function pointsOf(submissionIds: readonly string[]): Promise<Standing[]> {
  return query<Standing>(
    `SELECT s.id AS "submissionId", s.attempt_id AS "attemptId", coalesce(sum(f.points), 0)::float8 AS points
     FROM submission s JOIN attempt_question aq ON aq.attempt_id = s.attempt_id JOIN exam_question q ON q.id = aq.exam_question_id
     CROSS JOIN LATERAL (SELECT result FROM grading WHERE submission_id = s.id AND exam_question_id = q.id
       ORDER BY id DESC LIMIT 1) g
     CROSS JOIN LATERAL (
       SELECT sum(coalesce(
         (SELECT v.points FROM review v WHERE v.submission_id = s.id AND v.field = q.slug || '.' || (f->>'field')
           ORDER BY v.version DESC LIMIT 1)::numeric,
         round(((f->>'score')::float8 * (f->>'points')::float8 * q.points / nullif(own.points, 0))::numeric, 2))) AS points
       FROM (SELECT sum((f->>'points')::float8) AS points FROM jsonb_array_elements(g.result->'fields') f) own,
         jsonb_array_elements(g.result->'fields') f) f
     WHERE s.id = ANY ($1) GROUP BY s.id, s.attempt_id`,
    [submissionIds],
  )
}

/** What each submission gains or loses; a field that a person has decided keeps their points. */
async function differences(regradeId: string): Promise<Map<string, number>> {
  const rows = await query<{ submissionId: string; difference: number }>(
    `SELECT x.submission_id AS "submissionId",
       sum(coalesce((c->>'after')::numeric, 0) - coalesce((c->>'before')::numeric, 0))::float8 AS difference
     FROM regrade_result x JOIN exam_question q ON q.id = x.exam_question_id
     CROSS JOIN LATERAL jsonb_array_elements(x.changes) c
     WHERE x.regrade_id = $1 AND x.changes IS NOT NULL AND NOT EXISTS (
       SELECT FROM review v WHERE v.submission_id = x.submission_id AND v.field = q.slug || '.' || (c->>'field'))
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
     WHERE x.regrade_id = $1 AND x.changes IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC`,
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
  const [exam] = await query<{ possible: number }>(
    `SELECT t.points AS possible FROM regrade r JOIN exam_paper_total t ON t.exam_id = r.exam_id WHERE r.id = $1`,
    [regradeId],
  )
  const students = now.map(({ submissionId, attemptId, points }): StudentChange => {
    const difference = differs.get(submissionId) ?? 0
    return { attemptId, before: roundPoints(points), after: roundPoints(points + difference) }
  })
  const count = (which: (difference: number) => boolean) =>
    students.filter(({ before, after }) => which(roundPoints(after - before))).length
  const sum = (of: (student: StudentChange) => number) =>
    roundPoints(students.reduce((total, student) => total + of(student), 0))
  const possible = roundPoints(exam?.possible ?? 0)
  return {
    possible,
    counts: { gained: count((d) => d > 0), lost: count((d) => d < 0), unchanged: count((d) => d === 0) },
    sums: { before: sum(({ before }) => before), after: sum(({ after }) => after) },
    students: students.sort(
      (a, b) => a.after - a.before - (b.after - b.before) || (a.attemptId < b.attemptId ? -1 : 1),
    ),
    distribution: distributionOf(possible, students),
    fields: held.map((field) => ({
      ...field,
      changes: changes
        .filter((change) => change.slug === field.slug && change.field === field.field)
        .map(({ from, to, count: times, points }) => ({ from, to, count: times, points: roundPoints(points) })),
    })),
  }
}
