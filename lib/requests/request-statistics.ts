import { roundPoints } from '../attempts/scale.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'

/** What became of requests. */
export interface RequestNumbers {
  requests: number
  answered: number
  /** answered with more points than before */
  granted: number
  /** seconds from asking to the first answer; null: nothing was answered */
  medianWait: number | null
  /** points given and taken by answers */
  points: number
}

export interface RequestStatistics {
  all: RequestNumbers
  parts: ({ field: string } & RequestNumbers)[]
  /** by who gave the first answer */
  people: ({ name: string } & RequestNumbers)[]
}

type Grouped = RequestNumbers & { field: string | null; name: string | null; level: 'all' | 'part' | 'person' }

/** Requests of an exam by part and by who answered: for its instructors. */
export async function requestStatistics(principal: Principal | null, examId: string): Promise<RequestStatistics> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const rows = await query<Grouped>(
    `SELECT CASE GROUPING(x.field, x.person_id) WHEN 1 THEN 'part' WHEN 2 THEN 'person' ELSE 'all' END AS level,
       x.field, max(x.name) AS name, count(*)::int AS requests, count(x.first)::int AS answered,
       count(*) FILTER (WHERE x.change > 0)::int AS granted,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM x.first - x.created_at)) AS "medianWait",
       coalesce(sum(x.change), 0)::float8 AS points
     FROM (
       SELECT q.field, q.created_at, f.person_id, f.name, f.first,
         (SELECT sum(coalesce(m.after, 0) - coalesce(m.before, 0)) FROM review_request_message m
          WHERE m.request_id = q.id AND m.act = 'answer') AS change
       FROM review_request_now q
       LEFT JOIN LATERAL (SELECT m.person_id, p.name, m.created_at AS first FROM review_request_message m
         JOIN person p ON p.id = m.person_id WHERE m.request_id = q.id AND m.act = 'answer' ORDER BY m.seq LIMIT 1) f ON true
       WHERE q.exam_id = $1) x
     GROUP BY GROUPING SETS ((), (x.field), (x.person_id)) ORDER BY x.field, name`,
    [examId],
  )
  const none = { requests: 0, answered: 0, granted: 0, medianWait: null, points: 0 }
  const numbers = ({ requests, answered, granted, medianWait, points }: RequestNumbers) => {
    return { requests, answered, granted, medianWait, points: roundPoints(points) }
  }
  return {
    all: numbers(rows.find(({ level }) => level === 'all') ?? none),
    parts: rows.flatMap((row) => (row.level === 'part' ? [{ field: row.field ?? '', ...numbers(row) }] : [])),
    people: rows.flatMap((row) => (row.level === 'person' && row.name ? [{ name: row.name, ...numbers(row) }] : [])),
  }
}
