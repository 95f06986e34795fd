import type { Kept, Saved, Store, Theirs } from './draft.ts'

/** Keeps what is not acknowledged in this browser, apart for every person. A browser that keeps nothing is lived with. */
export function browserStore(personId: string, slug: string): Store {
  const key = `draft.${personId}.${slug}`
  const attempt = <T>(run: () => T): T | null => {
    try {
      return run()
    } catch {
      return null
    }
  }
  return {
    read: () =>
      attempt(() => {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
        if (typeof kept?.source !== 'string' || !Number.isInteger(kept.revision)) return null
        return { ...kept, sent: Array.isArray(kept.sent) ? kept.sent : [] }
      }),
    write: (kept) => void attempt(() => localStorage.setItem(key, JSON.stringify(kept))),
    clear: () => void attempt(() => localStorage.removeItem(key)),
  }
}

/** Saves the text of a draft, written on a revision. */
export async function sendDraft(slug: string, source: string, revision: number): Promise<Saved> {
  try {
    const response = await fetch(`/api/staff/v1/questions/${slug}/draft`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source, revision }),
    })
    const answer = (await response.json().catch(() => null)) as {
      revision?: number
      savedAt?: string
      error?: { code?: string; message?: string; theirs?: Omit<Theirs, 'diff'>; diff?: Theirs['diff'] }
    } | null
    if (response.ok) return { kind: 'saved', revision: answer?.revision ?? revision, savedAt: answer?.savedAt ?? '' }
    const error = answer?.error
    if (response.status === 409 && error?.theirs) {
      return { kind: 'conflict', theirs: { ...error.theirs, diff: error.diff ?? null } }
    }
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'away' }
    return { kind: 'refused', message: error?.message ?? null }
  } catch {
    return { kind: 'away' }
  }
}
