import { createHash } from 'node:crypto'

/** A save event as the chain sees it: every member as the text that Postgres prints. */
export interface ChainedSave {
  attemptId: string
  seq: number
  id: string
  field: string
  epoch: number
  revision: number
  opId: string
  late: boolean
  /** ISO, UTC, microseconds */
  receivedAt: string
  /** jsonb's own text; null where there is no value */
  value: string | null
}

/** A member: its length in bytes, a colon, its text; `-` for none. Nothing can run into its neighbour. */
const part = (text: string | null) => (text === null ? '-' : `${Buffer.byteLength(text)}:${text}`)

/** The canonical row, version 1: the second writing of `chain_row` in the migrations. */
export function canonicalRow(save: ChainedSave): string {
  const { attemptId, seq, id, field, epoch, revision, opId, late, receivedAt, value } = save
  const members = [attemptId, `${seq}`, id, field, `${epoch}`, `${revision}`, opId, `${late}`, receivedAt, value]
  return `save/1${members.map(part).join('')}`
}

/** A decision on late content as the chain sees it. */
export interface ChainedDecision {
  id: string
  submissionId: string
  field: string
  saveEventId: string
  accepted: boolean
  /** null: the exam's sync grace */
  personId: string | null
  reason: string
  /** ISO, UTC, microseconds */
  createdAt: string
}

/** The second writing of `decision_row` in the migrations. */
export function decisionRow(attemptId: string, seq: number, decision: ChainedDecision): string {
  const { id, submissionId, field, saveEventId, accepted, personId, reason, createdAt } = decision
  const members = [
    attemptId,
    `${seq}`,
    id,
    submissionId,
    field,
    saveEventId,
    `${accepted}`,
    personId,
    reason,
    createdAt,
  ]
  return `decision/1${members.map(part).join('')}`
}

/** The second writing of `receipt_row`: that a receipt was signed for a submission. */
export function receiptRow(attemptId: string, seq: number, submission: { id: string; digest: string }): string {
  return `receipt/1${[attemptId, `${seq}`, submission.id, submission.digest].map(part).join('')}`
}

/** One link: SHA-256 over the hash before it and the row, hex. `before` is empty for the first. */
export function linkHash(before: string | null, row: string): string {
  return createHash('sha256')
    .update(Buffer.from(before ?? '', 'hex'))
    .update(row)
    .digest('hex')
}

/** A frozen answer as the digest of a submission sees it. */
export interface FrozenAnswer {
  field: string
  epoch: number
  revision: number
  value: string | null
}

const byBytes = (a: FrozenAnswer, b: FrozenAnswer) => Buffer.compare(Buffer.from(a.field), Buffer.from(b.field))

/** The digest of a submission over its frozen answers: the second writing of what `freeze_attempt` stores. */
export function submissionDigest(attemptId: string, answers: readonly FrozenAnswer[]): string {
  const lines = [...answers]
    .sort(byBytes)
    .map(({ field, epoch, revision, value }) => `[${JSON.stringify(field)}, ${epoch}, ${revision}, ${value ?? 'null'}]`)
  return createHash('sha256')
    .update(`${attemptId}${lines.join('\n')}`)
    .digest('hex')
}
