import type { Query } from '../db/query.ts'
import type { ChainedDecision, FrozenAnswer } from './canonical.ts'
import type { Receipt } from './receipt/signed-receipt.ts'

/** A save event as stored; `seq` and `hash` are null for what was saved before there was a chain. */
export interface StoredSave extends FrozenAnswer {
  id: string
  attemptId: string
  seq: number | null
  opId: string
  late: boolean
  receivedAt: string
  hash: string | null
}

export interface StoredAnswer extends FrozenAnswer {
  saveEventId: string
}

/** `seq` and `hash` are null for what was decided before decisions were links of the chain. */
export interface StoredDecision extends ChainedDecision {
  seq: number | null
  hash: string | null
}

export interface StoredSubmission {
  id: string
  /** its attempt was opened again afterwards */
  former: boolean
  digest: string
  frozenAt: string
  closedBy: string
  /** null for what was frozen before there was a chain */
  chainLength: number | null
  chainHead: string | null
  answers: StoredAnswer[]
  /** null where it was frozen without a key to sign with */
  signed: { receipt: Receipt; signature: string; seq: number | null; hash: string | null } | null
}

/** All that is kept of one attempt's saves and what was decided on them, as it stands in the store. */
export interface Evidence {
  attemptId: string
  person: string
  exam: string
  chainLength: number
  chainHead: string | null
  unchained: number
  unchainedDecisions: number
  unchainedReceipts: number
  /** by id */
  events: StoredSave[]
  decisions: StoredDecision[]
  responses: StoredAnswer[]
  submissions: StoredSubmission[]
}

const answerJson = (from: string) =>
  `jsonb_build_object('field', ${from}.field, 'epoch', ${from}.epoch, 'revision', ${from}.revision,
    'saveEventId', ${from}.save_event_id::text, 'value', ${from}.value::text)`

const micro = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Reads the evidence of attempts. Every value is read as its text, so that nothing is lost in reading. */
export async function readEvidence(query: Query, attemptIds: readonly string[]): Promise<Evidence[]> {
  const attempts = await query<Omit<Evidence, 'events'>>(
    `SELECT a.id AS "attemptId", p.name AS person, e.title AS exam, a.chain_length AS "chainLength",
       encode(a.chain_head, 'hex') AS "chainHead", a.unchained,
       a.unchained_decisions AS "unchainedDecisions", a.unchained_receipts AS "unchainedReceipts",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id::text, 'submissionId', d.submission_id, 'field', d.field,
           'saveEventId', d.save_event_id::text, 'accepted', d.accepted, 'personId', d.person_id, 'reason', d.reason,
           'createdAt', ${micro('d.created_at')}, 'seq', d.seq, 'hash', encode(d.hash, 'hex')) ORDER BY d.id), '[]')
         FROM late_decision d JOIN submission s ON s.id = d.submission_id
         WHERE a.id IN (s.attempt_id, s.former_attempt_id)) AS decisions,
       (SELECT coalesce(jsonb_agg(${answerJson('r')}), '[]') FROM response r WHERE r.attempt_id = a.id) AS responses,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'former', s.attempt_id IS NULL, 'digest', s.digest, 'frozenAt', iso(s.frozen_at),
           'closedBy', s.closed_by, 'chainLength', s.chain_length, 'chainHead', encode(s.chain_head, 'hex'),
           'signed', (SELECT jsonb_build_object('receipt', g.receipt, 'signature', g.signature, 'seq', g.seq, 'hash', encode(g.hash, 'hex'))
             FROM signed_receipt g WHERE g.submission_id = s.id),
           'answers', (SELECT coalesce(jsonb_agg(${answerJson('f')}), '[]')
             FROM submission_answer f WHERE f.submission_id = s.id)) ORDER BY s.frozen_at), '[]')
         FROM submission s WHERE a.id IN (s.attempt_id, s.former_attempt_id)) AS submissions
     FROM attempt a JOIN person p ON p.id = a.person_id JOIN exam e ON e.id = a.exam_id
     WHERE a.id = ANY ($1) ORDER BY a.id`,
    [attemptIds],
  )
  const events = await query<StoredSave>(
    `SELECT id::text, attempt_id AS "attemptId", seq, field, epoch, revision, op_id AS "opId", late,
       ${micro('received_at')} AS "receivedAt", value::text,
       encode(hash, 'hex') AS hash
     FROM save_event WHERE attempt_id = ANY ($1) ORDER BY save_event.id`,
    [attemptIds],
  )
  const byAttempt = Map.groupBy(events, (event) => event.attemptId)
  return attempts.map((attempt) => ({ ...attempt, events: byAttempt.get(attempt.attemptId) ?? [] }))
}
