import type { Saved } from '../protocol.ts'

/** One edit as it lies on this device: enough to send it again after a crash, or to show what became of it. */
export interface JournalRow {
  field: string
  /** of the page when it was typed */
  epoch: number
  revision: number
  opId: string
  value: Saved
  /** when it was typed, by the page's and by the device's clock: evidence, never proof */
  monotonicMs: number
  wallMs: number
  /** null: unsent. Otherwise the server has it, but it does not count: a newer one replaced it, or it came too late. */
  fate: 'replaced' | 'late' | null
}

/** `remove` spares a row that another edit has taken since. `claim`: this browser writes under that epoch. */
export type JournalChange = { put: JournalRow } | { remove: string; opIds: readonly string[] } | { claim: number }

/** What a browser keeps of one attempt: one row a field, and the epoch under which it wrote last. */
export interface Journal {
  load(): Promise<{ rows: JournalRow[]; epoch: number | null }>
  /** All of it or nothing; on disk when it resolves. */
  write(changes: readonly JournalChange[]): Promise<void>
}

/** Whether `a` wins over `b` where both wrote. */
export function isNewer(a: { epoch: number; revision: number }, b: { epoch: number; revision: number }): boolean {
  return a.epoch === b.epoch ? a.revision > b.revision : a.epoch > b.epoch
}
