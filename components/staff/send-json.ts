/** What the server said to a request: its answer, or why not, in a sentence. */
export type Sent =
  | { ok: true; body: unknown }
  | {
      ok: false
      code: string
      message: string | null
      /** all that the server said of it */
      error?: Record<string, unknown>
    }

/** A refused form says which member is wrong by its name in the request; people read the sentence after it. */
function sentence(message: string, field: unknown): string {
  return typeof field === 'string' && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message
}

/** Posts JSON to one of our own routes. A lost connection is an answer too: `code` is then 'unreachable'. */
export async function sendJson(path: string, body: unknown): Promise<Sent> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, body: answer }
    const error = (answer as { error?: Record<string, unknown> } | null)?.error
    return {
      ok: false,
      code: String(error?.code ?? response.status),
      message: error?.message ? sentence(String(error.message), error.field) : null,
      ...(error ? { error } : {}),
    }
  } catch {
    return { ok: false, code: 'unreachable', message: null }
  }
}
