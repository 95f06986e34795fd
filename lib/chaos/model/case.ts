import type { Heard } from './heard.ts'
import type { Schedule } from './schedule.ts'
import type { Seat } from './seats.ts'
import type { Stored, StoredEvent } from './stored.ts'
import type { Wave } from './timeline.ts'

/** Everything a rule may look at; a rule says what is wrong in words. */
export interface Case {
  schedule: Schedule
  seat: Pick<Seat, 'keys' | 'opIds'>
  heard: readonly Heard[]
  stored: Stored
  line: readonly Wave[]
  /** the newest edit of every field that came in time, or before the attempt was opened again: what must be its response */
  newest: ReadonlyMap<string, StoredEvent>
}

export const isNewer = (one: StoredEvent, than: StoredEvent | undefined) =>
  !than || one.epoch > than.epoch || (one.epoch === than.epoch && one.revision > than.revision)

/**
 * The draft that edits make: of every field the newest in time. What came late takes part from when the attempt was opened
 * again. `reopenings` in their order.
 */
export function newestOf(events: readonly StoredEvent[], reopenings: readonly number[] = []): Map<string, StoredEvent> {
  const taken = events.flatMap((event) => {
    const at = event.late ? reopenings.find((reopening) => reopening > event.at) : event.at
    return at === undefined ? [] : [{ at, event }]
  })
  const newest = new Map<string, StoredEvent>()
  for (const { event } of taken.sort((one, other) => one.at - other.at))
    if (isNewer(event, newest.get(event.field))) newest.set(event.field, event)
  return newest
}

/** The draft as it was at a moment. */
export function newestBefore({ events, reopenings }: Stored, moment: number): Map<string, StoredEvent> {
  return newestOf(
    events.filter((event) => event.at < moment),
    reopenings.filter((reopening) => reopening < moment),
  )
}

export const isFlag = (field: string) => field.includes('#')
