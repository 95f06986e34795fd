import type { Evidence } from './evidence.ts'
import type { Amiss } from './finding.ts'

interface Row {
  seq: number | null
  hash: string | null
  eventId: string | null
  called: string
}
type Find = (
  amiss: Amiss,
  row: Pick<Row, 'eventId' | 'called' | 'seq'> | null,
  seq: number | null,
  says: string,
) => void

/** What is from before there was a chain has no place in it; the attempt keeps how many of each kind there are. */
export function examineUnchained(evidence: Evidence, find: Find): void {
  const { events, decisions, submissions, unchained, unchainedDecisions, unchainedReceipts } = evidence
  const saves = events.map((event) => ({ ...event, eventId: event.id, called: '' }))
  const decided = decisions.map((one) => ({ ...one, eventId: null, called: `decision ${one.id} on ${one.field}: ` }))
  const signed = submissions.flatMap(({ id, signed: receipt }) =>
    receipt ? [{ ...receipt, eventId: null, called: `receipt of submission ${id}: ` }] : [],
  )
  examineKind(saves, unchained, 'events', find)
  examineKind(decided, unchainedDecisions, 'decisions', find)
  examineKind(signed, unchainedReceipts, 'receipts', find)
}

function examineKind(rows: readonly Row[], expected: number, kind: string, find: Find): void {
  const without = rows.filter((row) => row.seq === null && row.hash === null)
  for (const row of rows)
    if ((row.seq === null) !== (row.hash === null)) find('changed', row, null, 'its place or its hash was taken away')
  if (without.length < expected)
    find('deleted', null, null, `${expected - without.length} ${kind} from before the chain are gone`)
  // those from before the chain come first
  for (const row of without.slice(expected)) find('inserted', row, null, 'has no place in the chain')
}
