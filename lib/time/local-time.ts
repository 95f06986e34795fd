const minute = 60_000
const day = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const found = formats.get(zone)
  if (found) return found
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** A name of the time zone database that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    return zone.length > 0 && formatIn(zone) !== undefined
  } catch {
    return false
  }
}

/** What clocks in the zone show at an instant: `2026-03-29T01:30`. */
export function localTime(instant: number, zone: string): string {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

/** Minutes by which the zone's clocks are ahead of UTC at an instant. */
function offset(instant: number, zone: string): number {
  return Date.parse(`${localTime(instant, zone)}Z`) - Math.floor(instant / minute) * minute
}

/** The instant that a local time means; where clocks were put back it is two, and where they were put forward none. */
export type Meant =
  | { kind: 'one'; instant: number }
  /** the hour came twice: before and after clocks were put back */
  | { kind: 'twice'; choices: [number, number] }
  /** the hour was left out: the nearest instants that a person may have meant */
  | { kind: 'never'; choices: [number, number] }

/** Reads a local time of a zone. Nothing is guessed: who entered it is to choose where it is not one instant. */
export function instantOf(local: string, zone: string): Meant {
  const asUtc = Date.parse(`${local}Z`)
  const offsets = [...new Set([offset(asUtc - day, zone), offset(asUtc + day, zone)])]
  const candidates = offsets.map((ahead) => asUtc - ahead).sort((a, b) => a - b)
  const [first = asUtc, second = first] = candidates
  const meant = candidates.filter((instant) => localTime(instant, zone) === local)
  if (meant.length === 2) return { kind: 'twice', choices: [first, second] }
  const [instant] = meant
  return instant === undefined ? { kind: 'never', choices: [first, second] } : { kind: 'one', instant }
}
