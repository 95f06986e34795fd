import { type Heard, type HeardOf, of } from './heard.ts'

/** What the schedule alone, and the answers to it, say of a wave. `null`: both are possible while things race. */
export interface Wave {
  /** the attempt's epoch before the wave and after it */
  epochs: readonly [number, number]
  /** the time is over, grace included */
  shut: boolean | null
  /** the attempt's row is closed before the wave begins */
  closedBefore: boolean | null
  /** something in this wave may close it */
  mayClose: boolean
}

/** Once the time is over, whoever asks for anything closes the attempt: a save that comes too late does too. */
const closers: ReadonlySet<string> = new Set(['submit', 'look', 'finalise', 'save'])

/** Certain from this answer on: the attempt is closed. */
function saysClosed(one: Heard): boolean {
  if (one.action.do === 'submit') return one.value !== undefined
  if (one.action.do === 'look') return (one as HeardOf<'look'>).value?.state === 'closed'
  return one.action.do === 'finalise' && (one as HeardOf<'finalise'>).value === 1
}

/** The small model: an attempt has an hour; days go by and days are granted; whoever closes it, it stays closed. */
export function timeline(heard: readonly Heard[], waves: number): Wave[] {
  const line: Wave[] = []
  let epoch = 1
  let passed = 0
  let granted = 0
  let closed: boolean | null = false
  for (let wave = 0; wave < waves; wave += 1) {
    const here = heard.filter((one) => one.wave === wave)
    const before = passed > granted
    const days = of(here, 'time passes').filter((one) => one.value).length
    const extension = of(here, 'extend').find((one) => one.value)
    const moved = days > 0 || extension !== undefined
    passed += days
    granted = extension?.action.days ?? granted
    const shut = moved ? null : before
    const epochAfter = epoch + of(here, 'take over').filter((one) => one.value).length
    const mayClose = here.some((one) => closers.has(one.action.do) && (shut !== false || saysClosed(one)))
    line.push({ epochs: [epoch, epochAfter], shut, closedBefore: closed, mayClose })
    epoch = epochAfter
    if (here.some(saysClosed)) closed = true
    else if (mayClose && closed === false) closed = null
  }
  return line
}
