/** What a control for date and time holds, a local time of this browser's zone, as an instant; null where it is none. */
export function instantOf(local: string): string | null {
  const time = Date.parse(local)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
