/** A backend that can not start on this machine; the message says why in a sentence. */
export class BackendUnavailable extends Error {}

/** A backend that was taken and does not answer any more: a later try on another one may succeed. */
export class BackendLost extends Error {}

/** What a thrown value says for itself. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
