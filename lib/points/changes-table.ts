import { receiptCode } from '../attempts/receipt.ts'
import { query } from '../db/query.ts'
import { changeColumns, type PointChange } from './change.ts'
import type { Row } from './export/table.ts'

interface Handed {
  submissionId: string
  name: string
  email: string
  digest: string
  former: boolean
  /** number of the attempt, and whether it is the one that counts of this student's */
  attempt: number
  counts: boolean
}

/** So many submissions are read with one statement. */
const together = 200

async function handedIn(examId: string): Promise<Handed[]> {
  return query<Handed>(
    `SELECT s.id AS "submissionId", p.name, p.email, s.digest, s.attempt_id IS NULL AS former, a.number AS attempt,
       s.attempt_id IS NOT NULL AND c.attempt_id IS NOT NULL AS counts
     FROM attempt a JOIN submission s ON a.id = coalesce(s.attempt_id, s.former_attempt_id) JOIN person p ON p.id = a.person_id
     LEFT JOIN attempt_that_counts c ON c.exam_id = $1 AND c.attempt_id = a.id
     WHERE a.exam_id = $1 ORDER BY p.name, p.id, a.number, s.frozen_at, s.id`,
    [examId],
  )
}

async function changesOf(examId: string, some: readonly Handed[]) {
  const rows = await query<PointChange & { submissionId: string }>(
    `SELECT c.submission_id AS "submissionId", ${changeColumns} FROM point_change c LEFT JOIN person w ON w.id = c.person_id
     WHERE c.exam_id = $1 AND c.submission_id = ANY ($2::uuid[]) ORDER BY c.at, c.source, c.source_id, c.field`,
    [examId, some.map(({ submissionId }) => submissionId)],
  )
  return Map.groupBy(rows, ({ submissionId }) => submissionId)
}

/** Every change of an exam's points in rows, student by student; before them what students were let see. */
export async function* changesTable(examId: string): AsyncGenerator<Row> {
  yield [
    ...['time', 'name', 'e-mail', 'attempt', 'counts', 'receipt', 'handed in again later', 'part'],
    ...['cause', 'cause number', 'by', 'reason', 'points before', 'points after', 'total after', 'grader'],
  ]
  const releases = await query<{ at: string; scope: string; id: string; by: string; note: string }>(
    `SELECT iso(r.created_at) AS at, r.scope, r.id::text, p.name AS by, r.note
     FROM release r JOIN person p ON p.id = r.person_id WHERE r.exam_id = $1 ORDER BY r.id`,
    [examId],
  )
  for (const { at, scope, id, by, note } of releases)
    yield [at, null, null, null, null, null, null, null, `release: ${scope}`, id, by, note, null, null, null, null]
  const all = await handedIn(examId)
  for (let at = 0; at < all.length; at += together) {
    const some = all.slice(at, at + together)
    const changes = await changesOf(examId, some)
    for (const { submissionId, name, email, attempt, counts, digest, former } of some)
      for (const one of changes.get(submissionId) ?? [])
        yield [
          ...[one.at, name, email, attempt, counts ? 'yes' : 'no', receiptCode(digest), former ? 'yes' : null],
          ...[one.field, one.cause, one.causeId, one.by, one.reason, one.before, one.after, one.total, one.grader],
        ]
  }
}
