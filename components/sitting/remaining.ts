/** Minutes before the end at which the time is announced. */
export const announced = [30, 10, 5, 1] as const

/** Below this many seconds the clock shows seconds. */
const fine = 10 * 60

/** What a clock shows of the time that remains: hours and minutes, near the end minutes and seconds. */
export function clockParts(milliseconds: number): { hours: number; minutes: number; seconds: number | null } {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  if (seconds <= fine) return { hours: 0, minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
  // The running minute counts: an hour is an hour until it is over.
  const minutes = Math.ceil(seconds / 60)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: null }
}

/** The announcement that is due: the smallest threshold passed between two looks at the clock; null for none. */
export function dueAnnouncement(before: number | null, now: number): number | null {
  if (before === null) return null
  for (const minutes of [...announced].reverse()) {
    const threshold = minutes * 60_000
    if (before > threshold && now <= threshold) return minutes
  }
  return null
}
