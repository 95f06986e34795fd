export type Amiss = 'changed' | 'deleted' | 'inserted' | 'reordered' | 'truncated' | 'rewritten'

/** One place where the store is not what it was: which attempt, which event where one is to blame, and what is wrong. */
export interface Finding {
  attemptId: string
  /** id of the save event; null where it is gone, or where it is not an event that is wrong */
  eventId: string | null
  /** its place in the chain */
  seq: number | null
  amiss: Amiss
  says: string
}
