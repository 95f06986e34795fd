import type { Answered } from './protocol.ts'

/** Under which everything was saved, and the newest revision of every field that the server acknowledged. */
export interface Vouched {
  epoch: number
  revisions: Record<string, number>
}

/** What it takes of the engine. */
export interface Saving {
  /** tries until everything is acknowledged; false when that cannot be brought about now */
  settle: () => Promise<boolean>
  vouched: () => Vouched
  /** the server lacks these: they are sent again */
  forget: (fields: readonly string[]) => void
}

export type Unsaved = { outcome: 'unsaved' }
export type HandedIn = Answered<{ submissionId: string }> | Unsaved

/**
 * Sends what needs every answer to be with the server (handing in, leaving a question, having one checked), never past an
 * unsaved answer; uploads first what the server says it lacks.
 */
export async function afterSaving<T>(
  saving: Saving,
  send: (vouched: Vouched) => Promise<Answered<T>>,
): Promise<Answered<T> | Unsaved> {
  for (let round = 0; round < 3; round++) {
    if (!(await saving.settle())) return { outcome: 'unsaved' }
    const answer = await send(saving.vouched())
    if (answer.outcome !== 'refused' || answer.code !== 'missing') return answer
    saving.forget(answer.fields)
  }
  return { outcome: 'unsaved' }
}
