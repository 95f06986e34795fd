import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { ChaosStudent } from './student.ts'

export interface Found {
  acknowledged: number
  /** acknowledged, and not there as it was sent */
  lost: number
  /** handed in with something else than was typed last */
  stale: number
  /** operations, submissions or jobs that are there more than once */
  duplicated: number
}

export interface Row {
  attemptId: string
  events: { opId: string; value: unknown }[]
  answers: Record<string, unknown> | null
  submissions: number
  jobs: number
}

/** What the students were promised against what the database holds. */
export async function compare(client: pg.Client, students: readonly ChaosStudent[]): Promise<Found> {
  return compareWith(students, await readRows(client, students))
}

async function readRows(client: pg.Client, students: readonly ChaosStudent[]): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select a.id as "attemptId",
       coalesce((select jsonb_agg(jsonb_build_object('opId', e.op_id, 'value', e.value)) from save_event e where e.attempt_id = a.id), '[]') as events,
       (select jsonb_object_agg(w.field, w.value) from submission s join submission_answer w on w.submission_id = s.id where s.attempt_id = a.id) as answers,
       (select count(*)::int from submission s where s.attempt_id = a.id) as submissions,
       (select count(*)::int from submission s join pgboss.job j on j.name = 'grade' and j.data->>'submissionId' = s.id::text where s.attempt_id = a.id) as jobs
     from attempt a where a.id = any ($1::uuid[])`,
    [students.map(({ attemptId }) => attemptId)],
  )
  return rows
}

type Promised = Pick<ChaosStudent, 'attemptId' | 'acknowledged' | 'typed'>

export function compareWith(students: readonly Promised[], rows: readonly Row[]): Found {
  const held = new Map(rows.map((row) => [row.attemptId, row]))
  const found: Found = { acknowledged: 0, lost: 0, stale: 0, duplicated: 0 }
  for (const student of students) {
    const row = held.get(student.attemptId)!
    const events = new Map(row.events.map(({ opId, value }) => [opId, value]))
    const promised = new Map(student.acknowledged.map((one) => [one.opId, one]))
    found.acknowledged += promised.size
    for (const { opId, value } of promised.values()) if (!isDeepStrictEqual(events.get(opId), value)) found.lost += 1
    for (const [field, value] of student.typed) if (!isDeepStrictEqual(row.answers?.[field], value)) found.stale += 1
    found.duplicated += row.events.length - events.size
    if (row.submissions !== 1 || row.jobs !== 1) found.duplicated += 1
  }
  return found
}
