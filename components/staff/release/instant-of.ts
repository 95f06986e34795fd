/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function ahead(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(time)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(time / 60_000) * 60_000
}

/**
 * What a control for date and time holds, a local time of the zone, as an instant; null where it is none. A time that a
 * change of clocks brings twice is the first of the two, one that it leaves out comes an hour later.
 */
export function instantOf(local: string, zone: string): string | null {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  const offsets = [ahead(asUtc - 86_400_000, zone), ahead(asUtc + 86_400_000, zone)]
  const times = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b)
  const found = times.find((time) => time + ahead(time, zone) === asUtc) ?? times.at(-1)
  return found === undefined ? null : new Date(found).toISOString()
}
