import type { Query } from '../../db/query.ts'

/** What people decided themselves where the grader could not: not what a rubric, a group or a request brought with it. */
const byHand = `review r JOIN review_entry e ON e.submission_id = r.submission_id AND e.field = r.field
  WHERE e.exam_id = $1 AND e.why IS NOT NULL AND r.cause = 'person' AND r.points IS NOT NULL`

export interface Work {
  field: string
  personId: string
  name: string
  n: number
  /** seconds that an answer was open: null where nobody knows */
  median: number | null
  p90: number | null
  mean: number
  spread: number
  lastAt: string
}

/** Who scored how many answers of which part, how fast and how high. */
export function readWork(run: Query, examId: string): Promise<Work[]> {
  return run<Work>(
    `SELECT w.*, p.name FROM (
       SELECT e.field, r.reviewer_id AS "personId", count(*)::int AS n,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY r.seconds) AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY r.seconds) AS p90,
         avg(r.points) AS mean, stddev_pop(r.points) AS spread, iso(max(r.created_at)) AS "lastAt"
       FROM ${byHand} GROUP BY e.field, r.reviewer_id) w JOIN person p ON p.id = w."personId" ORDER BY p.name, p.id`,
    [examId],
  )
}

export interface PartWork {
  field: string
  n: number
  median: number | null
  p90: number | null
  mean: number
  /** robust: 1.4826 times the median distance from the reviewer's own median, or the standard deviation where that is nothing */
  spread: number
}

export function readPartWork(run: Query, examId: string): Promise<PartWork[]> {
  return run<PartWork>(
    `WITH scores AS (SELECT e.field, r.reviewer_id, r.points, r.seconds FROM ${byHand}),
       own AS (SELECT field, reviewer_id, avg(points) AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY points) AS middle
         FROM scores GROUP BY field, reviewer_id)
     SELECT s.field, count(*)::int AS n, avg(s.points) AS mean,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY s.seconds) AS median,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY s.seconds) AS p90,
       coalesce(nullif(1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(s.points - o.middle)), 0),
         stddev_pop(s.points - o.mean)) AS spread
     FROM scores s JOIN own o ON o.field = s.field AND o.reviewer_id = s.reviewer_id GROUP BY s.field`,
    [examId],
  )
}

export interface SlowAnswer {
  submissionId: string
  field: string
  attemptId: string
  examQuestionId: string
  name: string
  seconds: number
}

/** Answers that took far longer than others of their part: more than three robust deviations of the logarithm, and thrice. */
export function readSlow(run: Query, examId: string): Promise<SlowAnswer[]> {
  return run<SlowAnswer>(
    `WITH times AS (SELECT e.field, e.exam_question_id, r.submission_id, r.reviewer_id, r.seconds, ln(r.seconds) AS l
         FROM ${byHand} AND r.seconds > 0),
       parts AS (SELECT field, percentile_cont(0.5) WITHIN GROUP (ORDER BY l) AS middle FROM times GROUP BY field HAVING count(*) >= 10),
       spreads AS (SELECT t.field, p.middle, 1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(t.l - p.middle)) AS spread
         FROM times t JOIN parts p ON p.field = t.field GROUP BY t.field, p.middle)
     SELECT t.submission_id AS "submissionId", t.field, s.attempt_id AS "attemptId", t.exam_question_id AS "examQuestionId", p.name, t.seconds
     FROM times t JOIN spreads x ON x.field = t.field JOIN person p ON p.id = t.reviewer_id JOIN submission s ON s.id = t.submission_id
     WHERE t.l > x.middle + greatest(3 * x.spread, ln(3)) AND s.attempt_id IS NOT NULL
     ORDER BY t.seconds DESC LIMIT 20`,
    [examId],
  )
}

export interface FastStreak {
  field: string
  name: string
  n: number
  /** of the slowest of them */
  seconds: number
  from: string
  to: string
}

/** Eight answers of a part in a row or more, each decided in less than two seconds or 15 % of the part's median. */
export function readStreaks(run: Query, examId: string): Promise<FastStreak[]> {
  return run<FastStreak>(
    `WITH times AS (SELECT e.field, r.reviewer_id, r.id, r.seconds, r.created_at FROM ${byHand} AND r.seconds IS NOT NULL),
       parts AS (SELECT field, greatest(2, 0.15 * percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)) AS bound FROM times GROUP BY field),
       runs AS (SELECT t.*, t.seconds < p.bound AS fast,
           row_number() OVER (PARTITION BY t.field, t.reviewer_id ORDER BY t.id)
           - row_number() OVER (PARTITION BY t.field, t.reviewer_id, t.seconds < p.bound ORDER BY t.id) AS run
         FROM times t JOIN parts p ON p.field = t.field)
     SELECT r.field, p.name, count(*)::int AS n, max(r.seconds) AS seconds, iso(min(r.created_at)) AS "from", iso(max(r.created_at)) AS "to"
     FROM runs r JOIN person p ON p.id = r.reviewer_id
     WHERE r.fast GROUP BY r.field, r.reviewer_id, p.name, r.run HAVING count(*) >= 8 ORDER BY n DESC LIMIT 20`,
    [examId],
  )
}

export interface Pace {
  now: string
  /** answers decided for the first time in the last half hour, by anybody */
  lately: number
  /** decided in each of the last 24 half hours, oldest first */
  halfHours: { from: string; n: number }[]
}

export async function readPace(run: Query, examId: string): Promise<Pace> {
  const rows = await run<{ now: string; from: string; n: number }>(
    `SELECT iso(clock_timestamp()) AS now, iso(b.since) AS "from", count(r.id)::int AS n
     FROM generate_series(clock_timestamp() - interval '12 hours', clock_timestamp() - interval '30 minutes', interval '30 minutes') b(since)
     LEFT JOIN (SELECT r.id, r.created_at FROM ${byHand} AND r.version = 1 AND r.created_at > clock_timestamp() - interval '12 hours') r
       ON r.created_at > b.since AND r.created_at <= b.since + interval '30 minutes'
     GROUP BY b.since ORDER BY b.since`,
    [examId],
  )
  return {
    now: rows[0]?.now ?? new Date(0).toISOString(),
    lately: rows.at(-1)?.n ?? 0,
    halfHours: rows.map(({ from, n }) => ({ from, n })),
  }
}
