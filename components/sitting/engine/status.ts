import type { News } from './protocol.ts'

/**
 * Where the attempt stands, as far as this page has been told. `other-tab`: another tab of this browser writes;
 * `elsewhere`: another device does; `other-person`: somebody else is signed in now.
 */
export type Standing = 'open' | 'closed' | 'elsewhere' | 'other-tab' | 'signed-out' | 'other-person' | 'refused'

/** Nothing is sent while it stands so: the page asks whether it may again. */
export const away: ReadonlySet<Standing> = new Set(['signed-out', 'other-person', 'refused'])

/** Nothing can be typed while it stands so. */
export const readOnly: ReadonlySet<Standing> = new Set(['closed', 'elsewhere', 'other-tab'])

/** Derived from acknowledgements only. `at`: server time of the last one. */
export interface SaveStatus {
  standing: Standing
  activity: 'saved' | 'waiting' | 'saving' | 'retrying'
  unsaved: number
  /** answers that lost to newer ones from elsewhere, until the student has decided */
  replaced: number
  /** answers that reached the server after the close, and how many of these it counts all the same */
  late: number
  accepted: number
  /** false: this device keeps no copy of what is typed */
  copy: boolean
  at: number | null
  deadline: number | null
  /** the server's own words for why it takes nothing from here */
  refusal: string | null
}

export const untouched: SaveStatus = {
  standing: 'open',
  activity: 'saved',
  unsaved: 0,
  replaced: 0,
  late: 0,
  accepted: 0,
  copy: true,
  at: null,
  deadline: null,
  refusal: null,
}

/** What the server's news mean for a page of that epoch. */
export function standingOf({ state, epoch }: News, own: number, writing: boolean): Standing {
  if (state === 'closed') return 'closed'
  if (!writing) return 'other-tab'
  return epoch > own ? 'elsewhere' : 'open'
}

/** Which answers say that this page may not send: nobody, somebody else, or nobody from here. */
export function turnedAwayAs(status: number): Standing | null {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'refused'
  return status === 404 ? 'other-person' : null
}
