/** A student as the exam goes for them. Times are ISO strings of the server's clock. */
export interface Sitter {
  personId: string
  name: string
  email: string
  room: string | null
  percent: number
  extraMinutes: number
  reason: string
  extendedMinutes: number
  attemptId: string | null
  state: 'not-begun' | 'open' | 'break' | 'closed'
  closedBy: string | null
  deadline: string | null
  lastSave: string | null
  takeovers: number
  savesInBreaks: number
  /** number of the newest announcement that stands on a page of theirs */
  shownUpTo: number
}

export interface LoggedAction {
  id: number
  at: string
  by: string
  student: string | null
  action: string
  details: Record<string, unknown>
  reason: string
}

export interface Announced {
  id: number
  at: string
  by: string
  /** title of a question; null: the whole exam */
  about: string | null
  text: string
}

export interface Running {
  id: string
  title: string
  serverNow: string
  mayChange: boolean
  questions: { slug: string; title: string }[]
  sitters: Sitter[]
  announcements: Announced[]
  log: LoggedAction[]
}

/** How many are in which state. */
export function countsOf(sitters: readonly Pick<Sitter, 'state'>[]) {
  const count = (state: Sitter['state']) => sitters.filter((one) => one.state === state).length
  return { open: count('open'), onBreak: count('break'), closed: count('closed'), waiting: count('not-begun') }
}

/** The rooms that somebody sits in, by name. */
export function roomsOf(sitters: readonly Pick<Sitter, 'room'>[]): string[] {
  return [...new Set(sitters.flatMap(({ room }) => (room === null ? [] : [room])))].sort()
}

/** On how many exams that are being sat an announcement stands, and on whose it does not yet. */
export function shownTo(sitters: readonly Pick<Sitter, 'name' | 'state' | 'shownUpTo'>[], id: number) {
  const sitting = sitters.filter(({ state }) => state === 'open' || state === 'break')
  const missing = sitting.filter(({ shownUpTo }) => shownUpTo < id).map(({ name }) => name)
  return { shown: sitting.length - missing.length, sitting: sitting.length, missing }
}

/** Milliseconds that are left; null: no limit, or nothing to count. In a break the clock stands. */
export function leftOf({ state, deadline }: Pick<Sitter, 'state' | 'deadline'>, serverNow: string, elapsed: number) {
  if (deadline === null || state === 'closed' || state === 'not-begun') return null
  return Math.max(0, Date.parse(deadline) - Date.parse(serverNow) - (state === 'break' ? 0 : elapsed))
}

/** `1:05:09` */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Those whose name, address or room holds what is looked for. */
export function found<Who extends Pick<Sitter, 'name' | 'email' | 'room'>>(
  sitters: readonly Who[],
  text: string,
): Who[] {
  const wanted = text.trim().toLowerCase()
  return sitters.filter(({ name, email, room }) => `${name}\n${email}\n${room ?? ''}`.toLowerCase().includes(wanted))
}
