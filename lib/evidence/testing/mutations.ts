import fc from 'fast-check'
import type { Query } from '../../db/query.ts'
import type { Finding } from '../finding.ts'

interface Draw {
  kind: Kind
  one: number
  other: number
  column: number
}
interface Row {
  id: string
  seq: number
}

/** Whether a finding names what was done. Null where there was nothing to do it to. */
type Names = ((finding: Finding) => boolean) | null
type Mutate = (query: Query, attemptId: string, draw: Draw) => Promise<Names>

const columns = [
  `value = '{"kind":"number","text":"42"}'`,
  'value = NULL',
  `field = field || 'x'`,
  'epoch = epoch + 1',
  'revision = revision + 1',
  'op_id = gen_random_uuid()',
  'late = NOT late',
  `received_at = received_at + interval '1 microsecond'`,
  `hash = sha256('x')`,
  'hash = NULL',
]

async function events(query: Query, attemptId: string): Promise<Row[]> {
  return query<Row>('SELECT id::text, seq FROM save_event WHERE attempt_id = $1 ORDER BY seq', [attemptId])
}

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(from.length, 1)]

const naming =
  (id: string | undefined) =>
  (finding: Finding): boolean =>
    finding.eventId === id

/** Copies an event to a place, with a hash that is as right as one can make it there. */
const copyTo = `INSERT INTO save_event (attempt_id, seq, field, epoch, revision, op_id, value, late, received_at, hash)
  SELECT attempt_id, $2, field, epoch, revision, gen_random_uuid(), value, late, received_at, $3
  FROM save_event WHERE id = $1 RETURNING id::text`

/** What somebody may do to the tables who can do everything but sign. */
export const mutations = {
  async changeEvent(query, attemptId, { one, column }) {
    const row = pick(await events(query, attemptId), one)
    await query(`UPDATE save_event SET ${pick(columns, column)} WHERE id = $1`, [row?.id])
    return naming(row?.id)
  },
  async deleteEvent(query, attemptId, { one }) {
    const rows = await events(query, attemptId)
    const row = pick(rows, one)
    await query('DELETE FROM save_event WHERE id = $1', [row?.id])
    const amiss = row === rows.at(-1) ? 'truncated' : 'deleted'
    return (finding) => finding.amiss === amiss && finding.seq === row?.seq
  },
  async truncate(query, attemptId, { one }) {
    const rows = await events(query, attemptId)
    const from = pick(rows, one)?.seq ?? 1
    await query('DELETE FROM save_event WHERE attempt_id = $1 AND seq >= $2', [attemptId, from])
    return (finding) => finding.amiss === 'truncated' && finding.seq === from
  },
  async swap(query, attemptId, { one, other }) {
    const rows = await events(query, attemptId)
    const [a, b] = [pick(rows, one), pick(rows, other)]
    if (!a || !b || a === b) return null
    await query('UPDATE save_event SET seq = CASE id WHEN $1 THEN $4::int ELSE $2::int END WHERE id IN ($1, $3)', [
      a.id,
      a.seq,
      b.id,
      b.seq,
    ])
    return (finding) => finding.amiss === 'reordered' && (finding.eventId === a.id || finding.eventId === b.id)
  },
  async insertAtEnd(query, attemptId, { one }) {
    const rows = await events(query, attemptId)
    const [added] = await query<Row>(copyTo, [pick(rows, one)?.id, rows.length + 1, Buffer.alloc(32)])
    return (finding) => finding.amiss === 'inserted' && finding.eventId === added?.id
  },
  async insertBetween(query, attemptId, { one, other }) {
    const rows = await events(query, attemptId)
    const place = pick(rows, other)?.seq ?? 1
    await query('UPDATE save_event SET seq = seq + 1 WHERE attempt_id = $1 AND seq >= $2', [attemptId, place])
    const [added] = await query<Row>(copyTo, [pick(rows, one)?.id, place, Buffer.alloc(32)])
    return naming(added?.id)
  },
  async insertBeside(query, attemptId, { one }) {
    const row = pick(await events(query, attemptId), one)
    const [added] = await query<Row>(copyTo, [row?.id, row?.seq, Buffer.alloc(32)])
    return (finding) => finding.amiss === 'inserted' && finding.eventId === added?.id
  },
  async insertUnchained(query, attemptId, { one }) {
    const [added] = await query<Row>(copyTo, [pick(await events(query, attemptId), one)?.id, null, null])
    return (finding) => finding.amiss === 'inserted' && finding.eventId === added?.id
  },
  async changeDraft(query, attemptId, { one }) {
    const rows = await query<Row>(
      'SELECT save_event_id::text AS id FROM response WHERE attempt_id = $1 ORDER BY field',
      [attemptId],
    )
    const row = pick(rows, one)
    await query(`UPDATE response SET value = '{}' WHERE attempt_id = $1 AND save_event_id = $2`, [attemptId, row?.id])
    return naming(row?.id)
  },
  async changeHandedIn(query, attemptId, { one, column }) {
    const rows = await query<Row>(
      `SELECT save_event_id::text AS id FROM submission_answer a JOIN submission s ON s.id = a.submission_id
       WHERE attempt_id = $1 ORDER BY field`,
      [attemptId],
    )
    const row = pick(rows, one)
    if (!row) return null
    const change = pick([`SET value = '{}'`, 'SET revision = 99', 'SET epoch = 99'], column)
    const text = column % 4 === 3 ? 'DELETE FROM submission_answer' : `UPDATE submission_answer ${change}`
    await query(`${text} WHERE save_event_id = $1`, [row.id])
    return naming(row.id)
  },
  async changeSubmission(query, attemptId, { column }) {
    const change = pick([`digest = 'x'`, 'chain_length = chain_length - 1', `chain_head = sha256('x')`], column)
    const changed = await query(`UPDATE submission SET ${change} WHERE attempt_id = $1 RETURNING id`, [attemptId])
    return changed.length === 0 ? null : () => true
  },
  async changeEnd(query, attemptId, { column }) {
    const change = pick(
      [
        'chain_length = chain_length - 1',
        'chain_length = chain_length + 1',
        `chain_head = sha256('x')`,
        'unchained = 1',
      ],
      column,
    )
    await query(`UPDATE attempt SET ${change} WHERE id = $1`, [attemptId])
    return () => true
  },
  /** A change after which every later hash is made anew, and the attempt's end with it: only what was frozen tells. */
  async rewrite(query, attemptId, { one }) {
    const [submission] = await query<{ length: number }>(
      'SELECT chain_length AS length FROM submission WHERE attempt_id = $1',
      [attemptId],
    )
    const rows = await events(query, attemptId)
    const from = pick(rows, one)?.seq ?? 1
    if (!submission || from > submission.length) return null
    await query(`UPDATE save_event SET op_id = gen_random_uuid() WHERE attempt_id = $1 AND seq = $2`, [attemptId, from])
    for (let seq = from; seq <= rows.length; seq++)
      await query(
        `UPDATE save_event e SET hash = chain_step(NULL, (SELECT hash FROM save_event WHERE attempt_id = $1 AND seq = $2 - 1),
           chain_row(attempt_id, seq, id, field, epoch, revision, op_id, late, received_at, value))
         WHERE attempt_id = $1 AND seq = $2`,
        [attemptId, seq],
      )
    await query(
      'UPDATE attempt SET chain_head = (SELECT hash FROM save_event WHERE attempt_id = $1 AND seq = chain_length) WHERE id = $1',
      [attemptId],
    )
    return (finding) => finding.amiss === 'rewritten'
  },
} satisfies Record<string, Mutate>

type Kind = keyof typeof mutations

export const mutation: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(...(Object.keys(mutations) as Kind[])),
  one: fc.nat(100),
  other: fc.nat(100),
  column: fc.nat(100),
})
