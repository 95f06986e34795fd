import { drawAnother, drawForward } from './draw-more.ts'
import { Random } from './random.ts'
import { type Action, type Edit, fields, type Schedule } from './schedule.ts'

/** What is drawn by its weight; the rest is drawn over it. */
type Weighed = Exclude<Action['do'], 'move on' | 'begin another'>

const actions: readonly (readonly [number, Weighed])[] = [
  [40, 'save'],
  [18, 'submit'],
  [13, 'take over'],
  [15, 'time passes'],
  [6, 'extend'],
  [4, 'look'],
  [4, 'finalise'],
  [6, 'reopen'],
  [6, 'decide'],
  [1, 'start'],
]
/** Two of these at once would leave open which of them holds, or what it did: one a wave. */
const alone: ReadonlySet<Action['do']> = new Set(['extend', 'reopen'])

const total = actions.reduce((sum, [weight]) => sum + weight, 0)

/** What is handed in early is over: before the last wave most of that becomes saves. */
function drawKind(random: Random, last: boolean): Weighed {
  const kind = drawWeighted(random)
  return kind === 'submit' && !last && random.chance(0.5) ? 'save' : kind
}

function drawWeighted(random: Random): Weighed {
  let left = random.next() * total
  for (const [weight, kind] of actions) {
    left -= weight
    if (left < 0) return kind
  }
  return 'save'
}

/** `epoch`: the one that a device would have which knows of all takeovers before this wave. `sure`: it has, and claims nothing. */
function drawAction(random: Random, kind: Weighed, edits: number, epoch: number, sure: boolean): Action {
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
  if (kind === 'take over') return { do: kind, later: random.between(0, 2) }
  if (kind === 'extend') return { do: kind, days: random.between(0, 4) }
  if (kind === 'decide') return { do: kind, edit: random.between(0, edits - 1), accept: random.chance(0.7) }
  return { do: kind }
}

/** The actions of a wave. `last`: no other comes after it. */
function drawWave(random: Random, edits: number, epoch: number, last: boolean): Action[] {
  // in the end, now and then, two devices fight over who hands in
  const duel = last && random.chance(0.4)
  const drawn = Array.from({ length: random.between(duel ? 4 : 1, duel ? 6 : 4) }, () =>
    drawAction(
      random,
      duel ? random.pick(['submit', 'take over'] as const) : drawKind(random, last),
      edits,
      epoch,
      duel,
    ),
  )
  return drawn.filter(
    (action, place) => !alone.has(action.do) || drawn.findIndex((other) => other.do === action.do) === place,
  )
}

/**
 * A day after the deadline: a device sends what it has; staff open the attempt again, or decide while more comes. The
 * later an edit, the newer; `focus`: most of it is about one field.
 */
function drawAftermath(random: Random, edits: readonly Edit[], focus: number, epoch: number): Action[][] {
  const places = edits.map((_, place) => place)
  const focused = places.filter((place) => edits[place]?.field === focus)
  const save = (from: readonly number[]): Action => {
    const chosen = Array.from({ length: random.between(2, 4) }, () => random.pick(from))
    return { do: 'save', epoch, edits: [...new Set(chosen)] }
  }
  const decide = (): Action => ({ do: 'decide', edit: random.pick(focused), accept: random.chance(0.6) })
  const early = save(places.slice(0, random.between(4, 9)))
  const on: Action[][] = random.chance(0.3)
    ? [[{ do: 'reopen' }]]
    : [
        [decide(), decide()],
        [save(random.chance(0.5) ? focused : places)],
        [random.chance(0.5) ? decide() : save(focused)],
      ]
  return [[{ do: 'time passes' }], [early, ...(random.chance(0.3) ? [save(places)] : [])], ...on]
}

/**
 * The schedule of a seed: one to five waves of one to six things at once; one in four students has little of that, and an
 * aftermath. One in ten starts three times at once; one in seven has a question at a time; one in five begins again.
 */
export function drawSchedule(seed: number): Schedule {
  const random = new Random(seed)
  const syncGrace = random.chance(0.6)
  const aftermath = random.chance(0.25)
  const focus = random.between(0, fields - 2)
  const edits = Array.from({ length: aftermath ? 9 : random.between(3, 9) }, (_, place) => ({
    field: aftermath && place % 2 === 0 ? focus : random.between(0, fields - 1),
    revision: aftermath ? place + 1 : random.between(1, 4),
  }))
  const waves: Action[][] = [Array.from({ length: random.chance(0.1) ? 3 : 0 }, () => ({ do: 'start' as const }))]
  let epoch = 1
  for (let wave = aftermath ? random.between(0, 1) : random.between(1, 5); wave > 0; wave -= 1) {
    const drawn = drawWave(random, edits.length, epoch, wave === 1 && !aftermath)
    epoch += drawn.filter((action) => action.do === 'take over').length
    // now and then nobody asks for anything between the deadline and the end
    if (wave === 1 && random.chance(0.12)) waves.push([{ do: 'time passes' }])
    waves.push(drawn)
  }
  const drawn = {
    syncGrace,
    edits,
    waves: aftermath ? [...waves, ...drawAftermath(random, edits, focus, epoch)] : waves,
  }
  // numbers of their own: what is drawn above stays as it was
  const more = new Random(seed ^ 0x5eed)
  const forward = more.chance(0.15)
  const turned = forward ? drawForward(more, drawn) : drawn.waves
  return { ...drawn, forward, waves: more.chance(0.2) ? drawAnother(more, turned) : turned }
}
