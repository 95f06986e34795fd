import { type Case, newestOf } from './case.ts'
import { type HeardOf, of } from './heard.ts'

/** Frozen is what was saved, once, with one job to grade it, exactly where the attempt is closed. */
function* judgeFrozen({ heard, stored, newest }: Case): Generator<string> {
  const { submissions } = stored
  const [frozen] = submissions
  const closed = stored.attempts[0]?.state === 'closed'
  if (submissions.length !== (closed ? 1 : 0))
    yield `${submissions.length} submissions of ${closed ? 'a closed' : 'an open'} attempt`
  const handed = of(heard, 'submit').flatMap(({ value }) => (value ? [value] : []))
  if (new Set(handed.map(({ submissionId, receipt }) => `${submissionId} ${receipt}`)).size > 1) yield 'two receipts'
  for (const { submissionId } of handed) if (submissionId !== frozen?.id) yield 'a receipt for another submission'
  if (!frozen) return
  // What came late and counts all the same is graded anew, at most once a decision.
  if (frozen.jobs < 1 || frozen.jobs > 1 + frozen.amendments) yield `${frozen.jobs} jobs grade the submission`
  const answers = new Map(frozen.answers.map((answer) => [answer.field, answer.eventId]))
  for (const [field, event] of newest)
    if (!field.includes('#') && answers.get(field) !== event.id) yield `${field}: frozen is not what was saved last`
  for (const field of answers.keys())
    if (field.includes('#') || !newest.has(field)) yield `${field}: frozen without being an answer`
}

/** Who closed it may close it: the clock when the time is over; a device that writes, with everything it has saved. */
function* judgeCloser({ heard, stored, line, newest, seat }: Case): Generator<string> {
  const [frozen] = stored.submissions
  if (!frozen) return
  const handed = of(heard, 'submit').filter(({ value }) => value)
  if (frozen.closedBy !== 'student') {
    if (!line.some((wave) => wave.shut !== false)) yield 'closed by the deadline before it'
    return
  }
  const wave = Math.min(...handed.map((one) => one.wave))
  const first = handed.filter((one) => one.wave === wave)
  const at = line[wave]
  if (!at) return yield 'handed in by nobody'
  if (at.shut === true) yield `wave ${wave}: handed in after the deadline`
  // Nobody takes over what is closed: the device that closed it was the last one.
  const complete = ({ action }: HeardOf<'submit'>) =>
    action.epoch === stored.attempts[0]?.epoch &&
    Object.entries(action.claims).every(
      ([field, revision]) => (newest.get(seat.keys[Number(field)]!)?.revision ?? 0) >= revision,
    )
  if (!first.some(complete))
    yield `wave ${wave}: handed in by a device that was taken over, or without all it had saved`
}

/** A submission is refused for a reason. */
function* judgeRefusals({ heard, stored, line, seat, schedule }: Case): Generator<string> {
  for (const { wave, action, refused } of of(heard, 'submit')) {
    if (!refused) continue
    const at = line[wave]!
    const [before, after] = at.epochs
    if (at.closedBefore === true || at.shut === true)
      yield `wave ${wave}: the closed attempt gave no receipt (${refused.code})`
    if (refused.code === 'stale' ? action.epoch < after : refused.code === 'epoch' && action.epoch > before) continue
    if (refused.code !== 'missing') {
      yield `wave ${wave}: a submission was refused (${refused.code})`
      continue
    }
    const saves = of(heard, 'save').filter((save) => save.value)
    const touched = (field: number) =>
      saves.some(
        (save) => save.wave === wave && save.action.edits.some((place) => schedule.edits[place]?.field === field),
      )
    const earlier = new Set(
      saves.flatMap((save) => (save.wave < wave ? save.action.edits.map((place) => seat.opIds[place]) : [])),
    )
    const held = newestOf(stored.events.filter((event) => earlier.has(event.opId)))
    for (const field of Object.keys(action.claims).map(Number)) {
      const key = seat.keys[field]!
      const there = (held.get(key)?.revision ?? 0) >= action.claims[field]!
      if (there && refused.fields.includes(key) && !touched(field))
        yield `wave ${wave}: ${key} is said to be missing and is there`
    }
  }
}

export function* judgeClosing(one: Case): Generator<string> {
  yield* judgeFrozen(one)
  yield* judgeCloser(one)
  yield* judgeRefusals(one)
}
