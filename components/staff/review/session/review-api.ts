import type { ReviewCard } from '../card.ts'

export interface Saved {
  version: number
  points: number | null
  rubricVersion: number
}

/** Why something did not happen: refused for a reason, or nobody knows. */
export interface Trouble {
  status: number
  code: string
  message: string | null
}

export type Answered<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

export interface Next {
  cards: ReviewCard[]
  /** of the part, as yet undecided by anybody */
  waiting: number
}

export interface ReviewBody {
  submissionId: string
  field: string
  version: number
  points?: number | null
  adjustment?: number
  rubric: readonly string[]
  rubricVersion?: number
  comment: string
  reason: string
  seconds: number
}

/** What the session asks of the server. */
export interface ReviewApi {
  next(body: { field: string; count: number; except: string[] }): Promise<Answered<Next>>
  card(submissionId: string, field: string): Promise<Answered<ReviewCard>>
  save(body: ReviewBody): Promise<Answered<Saved>>
  /** keeps answers for this reviewer; who has one of them in the place of that is told */
  keep(body: { field: string; submissions: string[] }): Promise<Answered<{ held: Record<string, string> }>>
  /** gives back what was claimed; also while the page goes away */
  release(field: string): void
}

const unreachable: Trouble = { status: 0, code: 'unreachable', message: null }

export async function ask<T>(address: string, body?: unknown, more?: RequestInit): Promise<Answered<T>> {
  try {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(address, {
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(20_000),
      ...sent,
      ...more,
    })
    const json: unknown = await answer.json().catch(() => null)
    if (answer.ok && json !== null) return { ok: true, value: json as T }
    const error = (json as { error?: { code?: string; message?: string } } | null)?.error
    const code = error?.code ?? String(answer.status)
    return { ok: false, trouble: { status: answer.status, code, message: error?.message ?? null } }
  } catch {
    return { ok: false, trouble: unreachable }
  }
}

export function reviewApi(examId: string): ReviewApi {
  const at = `/api/staff/v1/exams/${encodeURIComponent(examId)}/review`
  return {
    next: (body) => ask(`${at}/next`, body),
    card: (submissionId, field) =>
      ask(`/api/staff/v1/reviews/${encodeURIComponent(submissionId)}/${encodeURIComponent(field)}`),
    save: (body) => ask('/api/staff/v1/reviews', body),
    keep: (body) => ask(`${at}/keep`, body),
    release: (field) => void ask(`${at}/release`, { field }, { keepalive: true }),
  }
}
