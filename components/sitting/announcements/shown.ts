/** The newest announcement that stands on the page of an attempt. The next pulse tells the server, and staff see it. */
const newest = new Map<string, number>()

export function markShown(attemptId: string, id: number): void {
  newest.set(attemptId, Math.max(id, shownUpTo(attemptId)))
}

/** 0: none. */
export function shownUpTo(attemptId: string): number {
  return newest.get(attemptId) ?? 0
}
