/** A backend that can not start on this machine; the message says why in a sentence. */
export class BackendUnavailable extends Error {}

/** What a thrown value says for itself. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
