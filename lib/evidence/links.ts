import { canonicalRow, decisionRow, linkHash, receiptRow } from './canonical.ts'
import type { Evidence } from './evidence.ts'

/** A place of an attempt's chain as it stands in the store: a save, a decision on one, or a receipt. */
export interface Link {
  seq: number
  hash: string
  /** id of the save event, where it is one */
  eventId: string | null
  /** what a finding calls it; a save event is named by its id */
  called: string
  /** its canonical row, were it at that place */
  row(seq: number): string
}

type Chained<Row> = Row & { seq: number; hash: string }

export const isChained = <Row extends { seq: number | null; hash: string | null }>(row: Row): row is Chained<Row> =>
  row.seq !== null && row.hash !== null

/** Everything of an attempt that has a place in its chain, in the order of the places. */
export function linksOf({ attemptId, events, decisions, submissions }: Evidence): Link[] {
  const saves = events.filter(isChained).map(
    (event): Link => ({
      seq: event.seq,
      hash: event.hash,
      eventId: event.id,
      called: '',
      row: (seq) => canonicalRow({ ...event, seq }),
    }),
  )
  const decided = decisions.filter(isChained).map(
    (decision): Link => ({
      seq: decision.seq,
      hash: decision.hash,
      eventId: null,
      called: `decision ${decision.id} on ${decision.field}: `,
      row: (seq) => decisionRow(attemptId, seq, decision),
    }),
  )
  const signed = submissions.flatMap((submission): Link[] => {
    const { signed: receipt } = submission
    if (!receipt || !isChained(receipt)) return []
    const called = `receipt of submission ${submission.id}: `
    const row = (seq: number) => receiptRow(attemptId, seq, submission)
    return [{ seq: receipt.seq, hash: receipt.hash, eventId: null, called, row }]
  })
  return [...saves, ...decided, ...signed].sort((one, other) => one.seq - other.seq)
}

/** The submission whose receipt stood at a place: its link can be made anew, and the chain goes on from it. */
export function receiptGone(
  { attemptId, submissions }: Evidence,
  seq: number,
  leadsOn: (seq: number, hash: string) => boolean,
): string | null {
  const gone = submissions.find(
    (submission) =>
      !submission.signed &&
      (submission.chainLength ?? 0) + 1 === seq &&
      leadsOn(seq, linkHash(submission.chainHead, receiptRow(attemptId, seq, submission))),
  )
  return gone?.id ?? null
}
