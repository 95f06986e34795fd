import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { isZone } from '../time/local-time.ts'
import { causes, changeColumns, type PointChange } from './change.ts'
import { type ExamPart, examParts } from './exam-parts.ts'
import { recentEvents } from './recent-events.ts'

export const pointsFilter = z.strictObject({
  /** part of a student's name or address */
  student: z.string().trim().max(200).optional(),
  /** `slug.name` */
  part: z.string().min(1).max(200).optional(),
  cause: z.enum([...causes, 'release']).optional(),
  /** days in the time zone, the last one included */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  zone: z.string().max(100).refine(isZone, 'There is no such time zone.').default('UTC'),
  /** where the page before this one ended */
  after: z
    .string()
    .regex(/^\d{1,20}-(grading|release|review)-\d{1,18}-.{0,200}$/)
    .optional(),
})
export type PointsFilter = z.input<typeof pointsFilter>

/** A change of one student's points, or of what all of them may see. */
export interface ExamPointChange extends Omit<PointChange, 'cause' | 'total'> {
  cause: PointChange['cause'] | 'release'
  total: number | null
  /** null for what concerns all */
  student: { personId: string; name: string; attemptId: string; attempt: number | null } | null
}

export interface ExamPoints {
  title: string
  parts: ExamPart[]
  changes: ExamPointChange[]
  /** where the next page begins; null: this is the last one */
  next: string | null
}

const pageSize = 50

/** The microsecond of a time, as the pages are counted. */
const micros = (at: string) => `(extract(epoch FROM ${at}) * 1000000)::bigint`

type Listed = ExamPointChange & { cursor: string }

/** Where in the order of changes one is. */
interface Place {
  /** microseconds; null: before all */
  time: string | null
  source: string
  id: string
  field: string
}

interface Wanted {
  examId: string
  student: string
  part: string | null
  cause: string | null
  from: string | null
  to: string | null
  zone: string
  place: Place
  since: string | null
  submissions: readonly string[]
}

/** The changes of a stretch of time after a place in it, newest first: no more than a page and one. */
async function changesIn(wanted: Wanted): Promise<Listed[]> {
  const { examId, student, part, cause, from, to, zone, place, since, submissions } = wanted
  const { time, source, id, field } = place
  return query<Listed>(
    `SELECT x.*, x.micros || '-' || x.source || '-' || x.source_id || '-' || x.field AS cursor FROM (
       SELECT ${changeColumns}, c.source, c.source_id, ${micros('c.at')} AS micros,
         jsonb_build_object('personId', p.id, 'name', p.name, 'attemptId', a.id,
           'attempt', CASE WHEN (SELECT attempts_allowed FROM exam WHERE id = $1) IS DISTINCT FROM 1 THEN a.number END) AS student
       FROM point_change c
       JOIN submission s ON s.id = c.submission_id
       JOIN attempt a ON a.id = coalesce(s.attempt_id, s.former_attempt_id)
       JOIN person p ON p.id = a.person_id
       LEFT JOIN person w ON w.id = c.person_id
       WHERE c.exam_id = $1 AND c.submission_id = ANY ($12::uuid[]) AND ($2 = '' OR strpos(lower(p.name || ' ' || p.email), lower($2)) > 0) AND ($3::text IS NULL OR c.field = $3)
         AND ($4::text IS NULL OR c.cause = $4) AND ($5::date IS NULL OR c.at >= $5::date::timestamp AT TIME ZONE $11)
         AND ($6::date IS NULL OR c.at < ($6::date + 1)::timestamp AT TIME ZONE $11)
       UNION ALL
       SELECT iso(r.created_at), '', 'release', r.scope::text, p.name, r.note, NULL, NULL, NULL, NULL, 'release', r.id,
         ${micros('r.created_at')}, NULL
       FROM release r JOIN person p ON p.id = r.person_id
       WHERE r.exam_id = $1 AND $2 = '' AND $3::text IS NULL AND ($4::text IS NULL OR $4 = 'release')
         AND ($5::date IS NULL OR r.created_at >= $5::date::timestamp AT TIME ZONE $11) AND ($6::date IS NULL OR r.created_at < ($6::date + 1)::timestamp AT TIME ZONE $11)) x
     WHERE ($7::bigint IS NULL OR (x.micros, x.source, x.source_id, x.field) < ($7, $8, $9::bigint, $10))
       AND ($13::bigint IS NULL OR x.micros >= $13)
     ORDER BY x.micros DESC, x.source DESC, x.source_id DESC, x.field DESC LIMIT ${pageSize + 1}`,
    [examId, student, part, cause, from, to, time, source, id, field, zone, submissions, since],
  )
}

/** The changes of an exam's points, newest first, a page at a time: for its instructors. */
export async function examPoints(
  principal: Principal | null,
  examId: string,
  given: PointsFilter = {},
): Promise<ExamPoints> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { student, part, cause, from, to, zone, after } = parse(pointsFilter, given)
  const [[exam], parts] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    examParts(examId),
  ])
  const [time = null, source = '', id = '0', ...rest] = after?.split('-') ?? []
  let place: Place = { time, source, id, field: rest.join('-') }
  const rows: Listed[] = []
  let before = time
  // a stretch at a time, each twice as long: most pages are in the first one
  for (let count = 100; rows.length <= pageSize; count *= 2) {
    const asked = { examId, student: student ?? '', part: part ?? null, cause: cause ?? null }
    const { since, submissions } = await recentEvents({ ...asked, before, count })
    rows.push(...(await changesIn({ ...asked, from: from ?? null, to: to ?? null, zone, place, since, submissions })))
    if (since === null) break
    place = { time: since, source: '', id: '0', field: '' }
    before = String(BigInt(since) - 1n)
  }
  const shown = rows.slice(0, pageSize)
  const changes = shown.map(
    ({ at, field, cause: why, causeId, by, reason, before, after: now, total, grader, student }) => ({
      at,
      field,
      cause: why,
      causeId,
      by,
      reason,
      before,
      after: now,
      total,
      grader,
      student,
    }),
  )
  return {
    title: exam?.title ?? '',
    parts,
    changes,
    next: rows.length > pageSize ? (shown.at(-1)?.cursor ?? null) : null,
  }
}
