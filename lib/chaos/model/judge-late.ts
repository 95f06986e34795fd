import { isDeepStrictEqual } from 'node:util'
import { type Case, isFlag, isNewer } from './case.ts'
import { of } from './heard.ts'
import type { StoredDecision, StoredEvent, StoredSubmission } from './stored.ts'
import type { Wave } from './timeline.ts'

const sameValue = (one: StoredEvent, other: StoredEvent | undefined) =>
  other !== undefined && isDeepStrictEqual(one.value, other.value)

/** What counts of a submission, decision by decision: the newest acceptance that nobody took back, else what was frozen. */
class Counting {
  readonly #frozen: ReadonlyMap<string, number>
  #accepted: StoredDecision[] = []

  constructor({ answers }: StoredSubmission) {
    this.#frozen = new Map(answers.map(({ field, eventId }) => [field, eventId]))
  }

  take(decision: StoredDecision): void {
    if (decision.accepted) this.#accepted.push(decision)
    else this.#accepted = this.#accepted.filter(({ eventId }) => eventId !== decision.eventId)
  }

  of(field: string): number | undefined {
    return this.#accepted.findLast((decision) => decision.field === field)?.eventId ?? this.#frozen.get(field)
  }

  fields(): Set<string> {
    return new Set([...this.#frozen.keys(), ...this.#accepted.map(({ field }) => field)])
  }
}

/** Without a person nothing counts but what came late to what the deadline closed, soon enough, newer, and undecided. */
function* judgeTaken(one: Case, frozen: StoredSubmission): Generator<string> {
  const { stored, line, heard } = one
  const events = new Map(stored.events.map((event) => [event.id, event]))
  const counting = new Counting(frozen)
  const decided = new Set<string>()
  for (const decision of frozen.decisions) {
    const { eventId, field, person, accepted } = decision
    const event = events.get(eventId)
    if (!event || event.field !== field || isFlag(field)) yield `a decision on no answer of the attempt: ${field}`
    else if (!person) {
      if (frozen.closedBy !== 'deadline') yield `${field}: taken into what was handed in by a person`
      if (!event.late || event.at > decision.at) yield `${field}: taken without having come late`
      if (!accepted || decided.has(field)) yield `${field}: a person’s decision was overruled`
      const held = events.get(counting.of(field) ?? -1)
      if (!isNewer(event, held) || sameValue(event, held)) yield `${field}: taken over what is newer, or the same`
      if (!of(heard, 'save').some(({ wave, value }) => value?.state === 'closed' && line[wave]!.inGrace !== false))
        yield `${field}: taken when the grace was over`
    }
    if (person) decided.add(field)
    counting.take(decision)
  }
  const counts = new Map(frozen.counts.map(({ field, eventId }) => [field, eventId]))
  for (const field of new Set([...counting.fields(), ...counts.keys()]))
    if (counting.of(field) !== counts.get(field)) yield `${field}: what is graded is not what was decided`
}

/** The submission that an attempt had in a wave that did not open it again. */
function submissionIn(wave: number, line: readonly Wave[], submissions: readonly StoredSubmission[]) {
  return submissions[line.slice(0, wave).filter(({ reopened }) => reopened).length]
}

/** What comes within the grace counts: what is graded is as new, where the deadline closed and no person decided. */
function* judgeGrace({ heard, line, stored }: Case): Generator<string> {
  const byOp = new Map(stored.events.map((event) => [event.opId, event]))
  const byId = new Map(stored.events.map((event) => [event.id, event]))
  for (const { wave, value } of of(heard, 'save')) {
    const frozen = submissionIn(wave, line, stored.submissions)
    const { inGrace, reopened } = line[wave]!
    if (value?.state !== 'closed' || inGrace !== true || reopened || frozen?.closedBy === 'student') continue
    if (!frozen) {
      yield `wave ${wave}: a save after the deadline closed nothing`
      continue
    }
    const decided = new Set(frozen.decisions.flatMap(({ person, field }) => (person ? [field] : [])))
    for (const { opId } of value.results) {
      const event = byOp.get(opId)
      if (!event?.late || isFlag(event.field) || decided.has(event.field)) continue
      const counts = byId.get(frozen.counts.find(({ field }) => field === event.field)?.eventId ?? -1)
      if (isNewer(event, counts) && !sameValue(event, counts))
        yield `wave ${wave}: ${event.field} came within the grace and does not count`
    }
  }
}

/** A device is told that something late counts exactly where that was decided, and not otherwise later on. */
function* judgeTold({ heard, stored }: Case): Generator<string> {
  const byOp = new Map(stored.events.map((event) => [event.opId, event.id]))
  const decisions = stored.submissions.flatMap((submission) => submission.decisions)
  const told = new Map<string, number>()
  // a repetition to what was opened again says no more than that it came late once
  for (const { wave, value } of of(heard, 'save'))
    for (const { opId, accepted, outcome } of value?.state === 'closed' ? value.results : []) {
      const about = decisions.filter(({ eventId }) => eventId === byOp.get(opId))
      if (!accepted) {
        if (outcome === 'closed' && (told.get(opId) ?? wave) < wave && about.every((decision) => decision.accepted))
          yield `wave ${wave}: a device was told that something counts, and then that it does not`
        continue
      }
      told.set(opId, Math.min(told.get(opId) ?? wave, wave))
      if (outcome !== 'closed' || !about.some((decision) => decision.accepted))
        yield `wave ${wave}: a device was told that something counts on which nobody decided`
    }
}

/** A person decides on any answer that is there, of an attempt that is closed. */
function* judgeDecisions({ heard, line, stored, seat, schedule }: Case): Generator<string> {
  for (const { wave, action, refused } of of(heard, 'decide')) {
    if (!refused) continue
    const { closedBefore, reopened } = line[wave]!
    const opId = seat.opIds[action.edit]
    const saved = of(heard, 'save').some((save) => save.wave < wave && save.value?.results.some((r) => r.opId === opId))
    const flag = isFlag(seat.keys[schedule.edits[action.edit]?.field ?? 0] ?? '')
    const there = saved && !flag && stored.events.some((event) => event.opId === opId)
    if (refused.code === 'not-found' ? !there : refused.code === 'open' && (closedBefore !== true || reopened)) continue
    yield `wave ${wave}: a decision was refused (${refused.code})`
  }
}

export function* judgeLate(one: Case): Generator<string> {
  for (const frozen of one.stored.submissions) yield* judgeTaken(one, frozen)
  yield* judgeGrace(one)
  yield* judgeTold(one)
  yield* judgeDecisions(one)
}
