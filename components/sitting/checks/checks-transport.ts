import type { Answered } from '../engine/protocol.ts'
import type { ChecksTransport } from './checks-desk.ts'

/** A check waits for the grader, in milliseconds. */
const patience = 40_000

/** The routes of an attempt's checks. A refusal comes in the server's words, "wait a moment" as well. */
export function checksTransport(attemptId: string): ChecksTransport {
  const base = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}`
  return {
    all: () => ask(`${base}/checks`, undefined),
    check: (slug, revisions) => ask(`${base}/questions/${encodeURIComponent(slug)}/checks`, { revisions }),
  }
}

interface Said {
  error?: { code?: unknown; message?: unknown; fields?: unknown }
}

async function ask<T>(url: string, body: unknown): Promise<Answered<T>> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const json: unknown = await response.json()
    if (response.ok) return { outcome: 'answered', value: json as T }
    const { error } = json as Said
    if (response.status >= 500 || typeof error?.message !== 'string') return { outcome: 'trouble', retryAfter: null }
    const fields = Array.isArray(error.fields) ? error.fields.map(String) : []
    const { status } = response
    return { outcome: 'refused', status, code: String(error.code), message: error.message, fields }
  } catch {
    return { outcome: 'trouble', retryAfter: null }
  }
}
