import { type Case, newestBefore } from './case.ts'
import { type HeardOf, of } from './heard.ts'
import { questionOf } from './schedule.ts'

type Move = HeardOf<'move on'>

/** Nothing is taken of a question that was left or is not reached, and nothing refused of the one that it is at. */
function* judgeQuestions({ heard, stored, seat, schedule, line }: Case): Generator<string> {
  const left = stored.steps[0]?.at ?? Number.POSITIVE_INFINITY
  for (const { field, at } of stored.events)
    if (questionOf(seat.keys.indexOf(field)) !== (at < left ? 1 : 2))
      yield `${field}: taken while the exam was at another question`
  const acknowledged = new Map<number, number>()
  for (const { wave, action, value } of of(heard, 'save'))
    for (const place of value ? action.edits : [])
      acknowledged.set(place, Math.min(acknowledged.get(place) ?? wave, wave))
  for (const { wave, action, refused } of of(heard, 'save')) {
    if (refused?.code !== 'invalid') continue
    const [before, after] = line[wave]!.places
    const mayCome = (place: number) =>
      (before === after && questionOf(schedule.edits[place]!.field) === before) ||
      (acknowledged.get(place) ?? wave) < wave
    if (action.edits.every(mayCome)) yield `wave ${wave}: a save of the question that is sat was refused`
  }
}

/** Who left the question might leave it: a device that writes, in time, with everything it has saved. */
function* judgeMover({ heard, stored, seat, line }: Case): Generator<string> {
  const [step, ...more] = stored.steps
  const reached = stored.attempts[0]?.reached
  if (more.length > 0 || (step && step.place !== 1)) yield 'more was left than there is'
  if (reached !== (step ? 2 : 1)) yield `the exam is at question ${reached}, ${stored.steps.length} were left`
  const moved = of(heard, 'move on').filter(({ value }) => value?.place === 2)
  if (moved.length > 0 !== (step !== undefined)) yield 'a question was left and nobody was told, or the other way round'
  if (!step || moved.length === 0) return
  const wave = Math.min(...moved.map((one) => one.wave))
  const { epochs, shut, closedBefore, reopened } = line[wave]!
  if (!reopened && (shut === true || closedBefore === true)) yield `wave ${wave}: left after the end`
  const newest = newestBefore(stored, step.at)
  const may = ({ action }: Move) =>
    action.from === 1 &&
    action.epoch >= epochs[0] &&
    action.epoch <= epochs[1] &&
    Object.entries(action.claims).every(([k, n]) => (newest.get(seat.keys[Number(k)]!)?.revision ?? 0) >= n)
  if (!moved.some((one) => one.wave === wave && may(one)))
    yield `wave ${wave}: left by a device that was taken over, or without all it had saved`
}

/** Moving on is refused for a reason. */
function* judgeRefusals({ heard, line }: Case): Generator<string> {
  for (const { wave, action, refused } of of(heard, 'move on')) {
    if (!refused) continue
    const { epochs, places, shut, closedBefore, mayClose, reopened } = line[wave]!
    const open = closedBefore === false && shut === false && !mayClose && !reopened
    const reasons: Record<string, boolean> = {
      closed: !open,
      stale: action.epoch < epochs[1],
      epoch: action.epoch > epochs[0],
      missing: action.from === 1 && places[0] === 1 && Object.keys(action.claims).length > 0,
    }
    if (!reasons[refused.code]) yield `wave ${wave}: moving on was refused (${refused.code})`
  }
}

export function* judgeForward(one: Case): Generator<string> {
  if (!one.schedule.forward) return
  yield* judgeQuestions(one)
  yield* judgeMover(one)
  yield* judgeRefusals(one)
}
