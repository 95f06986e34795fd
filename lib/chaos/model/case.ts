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
  /** the newest edit in time of every field: what must be its response */
  newest: ReadonlyMap<string, StoredEvent>
}

export const isNewer = (one: StoredEvent, than: StoredEvent | undefined) =>
  !than || one.epoch > than.epoch || (one.epoch === than.epoch && one.revision > than.revision)

export function newestOf(events: readonly StoredEvent[]): Map<string, StoredEvent> {
  const newest = new Map<string, StoredEvent>()
  for (const event of events) if (!event.late && isNewer(event, newest.get(event.field))) newest.set(event.field, event)
  return newest
}
