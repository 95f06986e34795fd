import { type Case, isNewer, newestBefore, newestOf } from './case.ts'
import { type HeardOf, of } from './heard.ts'
import { saidBy } from './play.ts'

type Save = HeardOf<'save'>

const same = (one: unknown, other: unknown) => {
  const inOrder = (value: unknown) => JSON.stringify(Object.entries(value as object).sort())
  return inOrder(one) === inOrder(other)
}

/** Where each operation was first sent and not refused: there it was stored, if the promise holds. */
function firstWaves({ heard, seat }: Case): Map<string, number> {
  const first = new Map<string, number>()
  for (const { wave, action, value } of of(heard, 'save'))
    for (const place of value ? action.edits : []) {
      const opId = seat.opIds[place]!
      first.set(opId, Math.min(first.get(opId) ?? wave, wave))
    }
  return first
}

/** Everything acknowledged is in the events, once, as it was sent; nothing else is. */
function* judgeEvents(one: Case): Generator<string> {
  const { stored, schedule, seat, heard, line } = one
  const first = firstWaves(one)
  const byOp = new Map(stored.events.map((event) => [event.opId, event]))
  if (byOp.size !== stored.events.length) yield 'an operation is stored twice'
  for (const event of stored.events) {
    const place = seat.opIds.indexOf(event.opId)
    const edit = schedule.edits[place]
    const key = seat.keys[edit?.field ?? -1]
    const sent = of(heard, 'save').some(
      ({ action, value }) => value && action.epoch === event.epoch && action.edits.includes(place),
    )
    if (!edit || !key || !sent) yield `an event that nobody sent: ${event.opId}`
    else if (event.field !== key || event.revision !== edit.revision || !same(event.value, saidBy(key, place)))
      yield `edit ${place} was changed on its way`
    const wave = line[first.get(event.opId) ?? -1]
    if (!wave) continue
    const closed = !wave.reopened && (wave.closedBefore === true || wave.shut === true)
    const open = wave.closedBefore === false && wave.shut === false && !wave.mayClose
    if (closed && !event.late) yield `edit ${place} was taken after the close`
    if (open && event.late) yield `edit ${place} came in time and was kept as late`
  }
  for (const opId of first.keys())
    if (!byOp.has(opId)) yield `edit ${seat.opIds.indexOf(opId)} was acknowledged and lost`
}

/** Replies tell exactly what happened: each fresh edit compared with those stored before it, each repetition as such. */
function* judgeOutcomes({ heard, stored, seat }: Case): Generator<string> {
  const byOp = new Map(stored.events.map((event) => [event.opId, event]))
  const freshIn = new Map<string, Save>()
  for (const save of of(heard, 'save')) {
    const expected = save.action.edits.map((place) => seat.opIds[place])
    const results = save.value?.results ?? []
    if (save.value && results.map((result) => result.opId).join() !== expected.join())
      yield 'a reply does not answer each edit of its request'
    for (const { opId, outcome, field } of results) {
      const event = byOp.get(opId)
      if (!event) continue
      if (event.field !== field) yield `a reply speaks of ${field}, the event of ${event.field}`
      if (event.late !== (outcome === 'closed'))
        yield `an edit is ${event.late ? 'late' : 'in time'} and was answered ${outcome}`
      if (outcome !== 'applied' && outcome !== 'superseded') continue
      if (freshIn.has(opId)) yield 'an edit was fresh twice'
      freshIn.set(opId, save)
    }
  }
  const seen = new Set<Save>()
  for (const { opId, late, at } of stored.events) {
    const save = freshIn.get(opId)
    if (!save && !late) yield `edit ${seat.opIds.indexOf(opId)} was never acknowledged as fresh`
    if (!save || seen.has(save)) continue
    seen.add(save)
    const fresh = save.value?.results.filter((result) => freshIn.get(result.opId) === save) ?? []
    const best = newestOf(fresh.flatMap((result) => byOp.get(result.opId) ?? []).sort((a, b) => a.id - b.id))
    const held = newestBefore(stored, at)
    for (const result of fresh) {
      const event = byOp.get(result.opId)
      if (!event) continue
      const wins = best.get(event.field) === event && isNewer(event, held.get(event.field))
      if (wins !== (result.outcome === 'applied'))
        yield `an edit that ${wins ? 'wins' : 'loses'} was answered ${result.outcome}`
    }
  }
}

/** Epochs: a device that knows more takeovers than there were is refused, and no other. */
function* judgeEpochs({ heard, line, schedule }: Case): Generator<string> {
  for (const { wave, action, value, refused } of of(heard, 'save')) {
    const [before, after] = line[wave]!.epochs
    if (value && action.epoch > after) yield `wave ${wave}: saved with epoch ${action.epoch} of ${after}`
    // which question it is of is judged with moving on
    if (schedule.forward && refused?.code === 'invalid') continue
    if (refused && (refused.code !== 'epoch' || action.epoch <= before))
      yield `wave ${wave}: a save was refused (${refused.code})`
    if (value && (value.epoch < before || value.epoch > after))
      yield `wave ${wave}: a reply speaks of epoch ${value.epoch}`
  }
}

/** The newest in-time edit of every field is its response, for whoever looks too. */
function* judgeResponses({ heard, stored, newest, line }: Case, first: Map<string, number>): Generator<string> {
  const responses = new Map(stored.responses.map((response) => [response.field, response]))
  for (const [field, event] of newest)
    if (responses.get(field)?.eventId !== event.id) yield `${field}: the newest edit is not the response`
    else if (!same(responses.get(field)?.value, event.value))
      yield `${field}: the response says something else than its edit`
  for (const field of responses.keys()) if (!newest.has(field)) yield `${field}: a response without an edit in time`

  for (const { wave, value } of of(heard, 'look')) {
    if (!value || line[wave]?.reopened || of(heard, 'save').some((save) => save.wave === wave)) continue
    const reopenings = stored.reopenings.slice(0, line.slice(0, wave).filter((earlier) => earlier.reopened).length)
    const before = newestOf(
      stored.events.filter((event) => (first.get(event.opId) ?? wave) < wave),
      reopenings,
    )
    for (const [field, event] of before)
      if (value.responses[field]?.revision !== event.revision)
        yield `wave ${wave}: a look at ${field} saw something older`
  }
}

export function* judgeSaves(one: Case): Generator<string> {
  yield* judgeEvents(one)
  yield* judgeOutcomes(one)
  yield* judgeEpochs(one)
  yield* judgeResponses(one, firstWaves(one))
}
