/** An edit that a device of the student made; sent once or often, late or early. `field` counts the paper's keys. */
export interface Edit {
  field: number
  revision: number
}

export type Action =
  | { do: 'start' }
  /** `edits` are places in the schedule's list, each at most once a request */
  | { do: 'save'; epoch: number; edits: number[] }
  /** `claims`: the newest revision of a field that the device says it saved */
  | { do: 'submit'; epoch: number; claims: Record<number, number> }
  /** handing in takes a round trip more before it decides: `later` are those that a takeover waits, to come in between */
  | { do: 'take over'; later: number }
  /** a day goes by for this attempt */
  | { do: 'time passes' }
  /** so many days of extra time from now on, in place of what was granted before */
  | { do: 'extend'; days: number }
  | { do: 'look' }
  | { do: 'finalise' }
  /** staff open the closed attempt again, for an hour at least */
  | { do: 'reopen' }
  /** staff let an edit count over what was handed in, or leave it */
  | { do: 'decide'; edit: number; accept: boolean }
  /** where questions are sat one at a time: leaves that one; `claims` as for handing in */
  | { do: 'move on'; epoch: number; from: number; claims: Record<number, number> }
  /** the student begins a second attempt; all else goes on about the first one */
  | { do: 'begin another' }

/** What happens to one attempt: a wave's actions at the same time, one wave after the other. */
export interface Schedule {
  /** what arrives within a day after the deadline counts */
  syncGrace: boolean
  /** one question at a time, and none again */
  forward: boolean
  edits: Edit[]
  waves: Action[][]
}

/** Keys of the model's paper; the last is a flag, which is saved and never handed in. */
export const fields = 4
/** Which of its two questions a key is of. */
export const questionOf = (field: number) => (field === 2 ? 2 : 1)
