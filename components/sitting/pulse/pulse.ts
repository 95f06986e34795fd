/** What may change without the student's doing. Times are ISO strings of the server's clock. */
export interface PulseAnswer {
  state: 'open' | 'closed'
  epoch: number
  serverNow: string
  deadline: string | null
  breakSince: string | null
  announcements: number
  /** how many files were ever put on answers; a telephone adds them without this page's doing */
  files?: number
}

/** What the page makes of it. */
export interface During {
  /** the clock stands */
  onBreak: boolean
  /** milliseconds that will be left after the break; null: no deadline */
  left: number | null
  /** number of the newest announcement; 0: none */
  announcements: number
}

export const quietTimes: During = { onBreak: false, left: null, announcements: 0 }

export function duringOf({ state, breakSince, deadline, serverNow, announcements }: PulseAnswer): During {
  const onBreak = state === 'open' && breakSince !== null
  const left = onBreak && deadline !== null ? Date.parse(deadline) - Date.parse(serverNow) : null
  return { onBreak, left, announcements }
}

/** What the page holds true, as far as a pulse can tell otherwise. */
export interface Held {
  deadline: number | null
  closed: boolean
  /** of the pulse before */
  epoch: number | null
  files: number | null
}

/** Whether the page must ask for the whole state. In a break the deadline moves all the time; it counts when it is over. */
export function changed(answer: PulseAnswer, held: Held): boolean {
  if ((answer.state === 'closed') !== held.closed) return true
  if (held.epoch !== null && answer.epoch !== held.epoch) return true
  if (held.files !== null && answer.files !== undefined && answer.files !== held.files) return true
  if (answer.state === 'closed' || answer.breakSince !== null) return false
  return (answer.deadline === null ? null : Date.parse(answer.deadline)) !== held.deadline
}

const usual = 5_000
const slow = 30_000

/** Milliseconds until the next pulse: five seconds, apart from one another; slower while nothing answers or all is over. */
export function pause(failures: number, closed: boolean, random: number): number {
  const about = closed ? slow : Math.min(slow, usual * 2 ** failures)
  return about * (0.8 + 0.4 * random)
}
