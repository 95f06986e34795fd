export interface Announcement {
  id: number
  /** slug of a question; null: of the whole exam */
  question: string | null
  text: string
  at: string
}

/** Those that the student has not put aside yet, the oldest first: they are read in the order in which they were said. */
export function unread(all: readonly Announcement[], readUpTo: number): Announcement[] {
  return all.filter(({ id }) => id > readUpTo).sort((a, b) => a.id - b.id)
}

export async function fetchAnnouncements(attemptId: string): Promise<Announcement[] | null> {
  try {
    const response = await fetch(`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/announcements`, {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
    if (!response.ok) return null
    const { announcements } = (await response.json()) as { announcements?: Announcement[] }
    return Array.isArray(announcements) ? announcements : null
  } catch {
    return null
  }
}
