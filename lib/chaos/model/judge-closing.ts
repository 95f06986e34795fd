import { type Case, isFlag, newestBefore, newestOf } from './case.ts'
import { type HeardOf, of } from './heard.ts'
import type { StoredSubmission } from './stored.ts'

/** There is a submission exactly where the attempt is closed; each time it was opened again one gave way. */
function* judgeCount({ heard, stored }: Case): Generator<string> {
  const { submissions, reopenings, attempts } = stored
  const closed = attempts[0]?.state === 'closed'
  const current = submissions.filter(({ former }) => !former).length
  if (current !== (closed ? 1 : 0)) yield `${current} submissions of ${closed ? 'a closed' : 'an open'} attempt`
  const told = of(heard, 'reopen').filter(({ value }) => value).length
  if (reopenings.length !== told || submissions.length - current !== told)
    yield `opened again ${told} times: ${reopenings.length} are written down, ${submissions.length - current} submissions gave way`
  const handed = of(heard, 'submit').flatMap(({ value }) => (value ? [value] : []))
  for (const { submissionId } of handed)
    if (!submissions.some(({ id }) => id === submissionId)) yield 'a receipt for another submission'
  const receipts = new Set(handed.map(({ submissionId, receipt }) => `${submissionId} ${receipt}`))
  if (receipts.size > new Set(handed.map(({ submissionId }) => submissionId)).size) yield 'two receipts'
}

/** Frozen is what was saved, with one job to grade it, and another each time that what counts was changed. */
function* judgeFrozen({ stored }: Case, frozen: StoredSubmission): Generator<string> {
  const { decisions, jobs } = frozen
  const byPolicy = decisions.filter(({ person }) => !person).length
  const byPeople = decisions.length - byPolicy
  if (jobs < 1 + Math.min(byPolicy, 1) || jobs > 1 + byPolicy + byPeople) yield `${jobs} jobs grade the submission`
  const answers = new Map(frozen.answers.map((answer) => [answer.field, answer.eventId]))
  const newest = newestBefore(stored, frozen.at)
  for (const [field, event] of newest)
    if (!isFlag(field) && answers.get(field) !== event.id) yield `${field}: frozen is not what was saved last`
  for (const field of answers.keys())
    if (isFlag(field) || !newest.has(field)) yield `${field}: frozen without being an answer`
}

/** Who closed it may close it: the clock when the time is over; a device that writes, with everything it has saved. */
function* judgeCloser({ heard, stored, line, seat }: Case, frozen: StoredSubmission): Generator<string> {
  if (frozen.closedBy !== 'student') {
    if (!line.some((wave) => wave.shut !== false)) yield 'closed by the deadline before it'
    return
  }
  const handed = of(heard, 'submit').filter(({ value }) => value?.submissionId === frozen.id)
  const wave = Math.min(...handed.map((one) => one.wave))
  const first = handed.filter((one) => one.wave === wave)
  const at = line[wave]
  if (!at) return yield 'handed in by nobody'
  if (at.shut === true) yield `wave ${wave}: handed in after the deadline`
  // Nobody takes over what is closed: the device that closed it was the last one, until it was opened again.
  const epochs = frozen.former ? at.epochs : [stored.attempts[0]?.epoch ?? 0, stored.attempts[0]?.epoch ?? 0]
  const newest = newestBefore(stored, frozen.at)
  const complete = ({ action }: HeardOf<'submit'>) =>
    action.epoch >= epochs[0]! &&
    action.epoch <= epochs[1]! &&
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
    if (!at.reopened && (at.closedBefore === true || at.shut === true))
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

/** An attempt is opened again exactly where it is closed. */
function* judgeReopening({ heard, line }: Case): Generator<string> {
  for (const { wave, value, refused } of of(heard, 'reopen')) {
    const { closedBefore, mayClose, followed } = line[wave]!
    if (refused?.code === 'followed') {
      if (!followed) yield `wave ${wave}: not opened again for another attempt that nobody began`
      continue
    }
    if (value && closedBefore === false && !mayClose) yield `wave ${wave}: what was open was opened again`
    if (refused && (refused.code !== 'open' || closedBefore === true))
      yield `wave ${wave}: what was closed was not opened again (${refused.code})`
  }
}

export function* judgeClosing(one: Case): Generator<string> {
  yield* judgeCount(one)
  for (const frozen of one.stored.submissions) {
    yield* judgeFrozen(one, frozen)
    yield* judgeCloser(one, frozen)
  }
  yield* judgeRefusals(one)
  yield* judgeReopening(one)
}
