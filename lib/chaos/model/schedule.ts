import { Random } from './random.ts'

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
  | { do: 'take over' }
  /** a day goes by for this attempt */
  | { do: 'time passes' }
  /** so many days of extra time from now on, in place of what was granted before */
  | { do: 'extend'; days: number }
  | { do: 'look' }
  | { do: 'finalise' }

/** What happens to one attempt: a wave's actions at the same time, one wave after the other. */
export interface Schedule {
  edits: Edit[]
  waves: Action[][]
}

/** Keys of the model's paper; the last is a flag, which is saved and never handed in. */
export const fields = 4

const actions: readonly (readonly [number, Action['do']])[] = [
  [40, 'save'],
  [20, 'submit'],
  [14, 'take over'],
  [15, 'time passes'],
  [6, 'extend'],
  [5, 'look'],
  [5, 'finalise'],
  [1, 'start'],
]
const total = actions.reduce((sum, [weight]) => sum + weight, 0)

/** What is handed in early is over: before the last wave most of that becomes saves. */
function drawKind(random: Random, last: boolean): Action['do'] {
  const kind = drawWeighted(random)
  return kind === 'submit' && !last && random.chance(0.7) ? 'save' : kind
}

function drawWeighted(random: Random): Action['do'] {
  let left = random.next() * total
  for (const [weight, kind] of actions) {
    left -= weight
    if (left < 0) return kind
  }
  return 'save'
}

/** `epoch`: the one that a device would have which knows of all takeovers before this wave. `sure`: it has, and claims nothing. */
function drawAction(random: Random, kind: Action['do'], edits: number, epoch: number, sure: boolean): Action {
  const known = random.chance(sure ? 1 : 0.6) ? epoch : random.pick([1, 1, 2, 3])
  if (kind === 'save') {
    const chosen = Array.from({ length: random.between(1, 4) }, () => random.between(0, edits - 1))
    return { do: kind, epoch: known, edits: [...new Set(chosen)] }
  }
  if (kind === 'submit') {
    const claimed = !sure && random.chance(0.5) ? [random.between(0, fields - 2)] : []
    const claims = Object.fromEntries(claimed.map((field) => [field, random.between(1, 4)]))
    return { do: kind, epoch: known, claims }
  }
  if (kind === 'extend') return { do: kind, days: random.between(0, 4) }
  return { do: kind }
}

/** The schedule of a seed: students start, then one to four waves of one to six things at once. */
export function drawSchedule(seed: number): Schedule {
  const random = new Random(seed)
  const edits = Array.from({ length: random.between(3, 9) }, () => ({
    field: random.between(0, fields - 1),
    revision: random.between(1, 4),
  }))
  const waves: Action[][] = [Array.from({ length: random.chance(0.1) ? 3 : 1 }, () => ({ do: 'start' as const }))]
  let epoch = 1
  for (let wave = random.between(1, 4); wave > 0; wave -= 1) {
    // in the end, now and then, two devices fight over who hands in
    const duel = wave === 1 && random.chance(0.3)
    const drawn = Array.from({ length: random.between(duel ? 4 : 1, 6) }, () =>
      drawAction(
        random,
        duel ? random.pick(['submit', 'take over'] as const) : drawKind(random, wave === 1),
        edits.length,
        epoch,
        duel,
      ),
    )
    epoch += drawn.filter((action) => action.do === 'take over').length
    // Two extensions at once leave open which of them holds: one a wave.
    const extension = drawn.find((action) => action.do === 'extend')
    waves.push(drawn.filter((action) => action.do !== 'extend' || action === extension))
  }
  return { edits, waves }
}
