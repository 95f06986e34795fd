import { type Heard, type HeardOf, of } from './heard.ts'

/** What the schedule alone, and the answers to it, say of a wave. `null`: both are possible while things race. */
export interface Wave {
  /** the attempt's epoch before the wave and after it */
  epochs: readonly [number, number]
  /** the time is over, grace included */
  shut: boolean | null
  /** what comes to an attempt that the deadline closed counts: the time as it is now, or the sync grace, is not over */
  inGrace: boolean | null
  /** the attempt's row is closed before the wave begins */
  closedBefore: boolean | null
  /** something in this wave may close it */
  mayClose: boolean
  /** it was opened again in this wave */
  reopened: boolean
  /** where questions are sat one at a time: the one it is at before the wave and after it */
  places: readonly [number, number]
  /** a second attempt is begun by the end of it */
  followed: boolean
}

/** Once the time is over, whoever asks for anything closes the attempt: a save that comes too late does too. */
const closers: ReadonlySet<string> = new Set(['submit', 'look', 'finalise', 'save', 'begin another'])

/** Certain from this answer on: the attempt is closed. */
function saysClosed(one: Heard): boolean {
  if (one.action.do === 'submit' || one.action.do === 'begin another') return one.value !== undefined
  if (one.action.do === 'look') return (one as HeardOf<'look'>).value?.state === 'closed'
  return one.action.do === 'finalise' && (one as HeardOf<'finalise'>).value === 1
}

/** Whether something holds of all that is possible, of none, or who knows. */
function certainly(possible: ReadonlySet<number>, holds: (days: number) => boolean): boolean | null {
  const [first, ...rest] = [...possible].map(holds)
  return rest.every((other) => other === first) ? (first ?? null) : null
}

/** By how many days the time may be over once all of these have happened, in whatever order. Opening again makes that good. */
function later(over: ReadonlySet<number>, days: number, granted: number, reopened: boolean): Set<number> {
  const after = new Set<number>()
  for (const before of over) {
    if (!reopened) after.add(before + days - granted)
    else
      for (let first = 0; first <= days; first += 1)
        for (const sooner of [0, granted])
          after.add(Math.min(before + first - sooner, 0) + (days - first) - (granted - sooner))
  }
  return after
}

/** The small model: an attempt has an hour; days go by and days are granted; it stays closed until it is opened again. */
export function timeline(heard: readonly Heard[], waves: number, syncGrace: boolean): Wave[] {
  const line: Wave[] = []
  let epoch = 1
  let over: ReadonlySet<number> = new Set([0])
  let accommodated = 0
  let closed: boolean | null = false
  let place = 1
  let followed = false
  for (let wave = 0; wave < waves; wave += 1) {
    const here = heard.filter((one) => one.wave === wave)
    const days = of(here, 'time passes').filter((one) => one.value).length
    const extension = of(here, 'extend').find((one) => one.value)
    const granted = (extension?.action.days ?? accommodated) - accommodated
    const reopened = of(here, 'reopen').some((one) => one.value)
    const isOver = certainly(over, (by) => by > 0)
    const moved = days > 0 || extension !== undefined || (reopened && isOver !== false)
    const shut = moved ? null : isOver
    // time passes by moving the attempt's beginning back: to the database all that came before comes now
    const inGrace = moved ? null : certainly(over, (by) => by <= (syncGrace ? 1 : 0))
    over = later(over, days, granted, reopened)
    accommodated += granted
    const epochAfter = epoch + of(here, 'take over').filter((one) => one.value).length
    const mayClose = here.some((one) => closers.has(one.action.do) && (shut !== false || saysClosed(one)))
    const placeAfter = Math.max(place, ...of(here, 'move on').map(({ value }) => value?.place ?? 1))
    followed ||= of(here, 'begin another').some(({ value }) => value)
    const [epochs, places] = [[epoch, epochAfter] as const, [place, placeAfter] as const]
    line.push({ epochs, shut, inGrace, closedBefore: closed, mayClose, reopened, places, followed })
    epoch = epochAfter
    place = placeAfter
    if (reopened) closed = mayClose ? null : false
    else if (here.some(saysClosed)) closed = true
    else if (mayClose && closed === false) closed = null
  }
  return line
}
