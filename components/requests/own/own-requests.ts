import type { ThreadMessage } from '../thread.tsx'

/** What the student has asked about their result, as the exam's route answers it. */
export interface OwnRequests {
  /** null: nobody may ask */
  window: { until: string; open: boolean; atMost: number | null } | null
  requests: OwnRequest[]
}

export interface OwnRequest {
  requestId: string
  /** 'slug.name' */
  field: string
  seq: number
  state: 'open' | 'answered' | 'withdrawn' | 'closed'
  messages: ThreadMessage[]
}

/** What was asked and answered; null where it did not come. */
export async function fetchRequests(attemptId: string): Promise<OwnRequests | null> {
  try {
    const address = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/requests`
    const response = await fetch(address, { cache: 'no-store' })
    return response.ok ? ((await response.json()) as OwnRequests) : null
  } catch {
    return null
  }
}

/** Sends something; a sentence says why it was not taken, null that it was. */
export async function sendRequest(address: string, body: object, unreachable: string): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.ok) return null
    const { error } = (await response.json()) as { error?: { message?: string } }
    return error?.message ?? unreachable
  } catch {
    return unreachable
  }
}
