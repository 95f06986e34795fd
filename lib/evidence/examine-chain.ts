import { type ChainedSave, linkHash } from './canonical.ts'
import type { Evidence, StoredSave } from './evidence.ts'
import type { Amiss, Finding } from './finding.ts'

type Chained = StoredSave & ChainedSave & { hash: string }

const isChained = (event: StoredSave): event is Chained => event.seq !== null && event.hash !== null

/** Follows the chain of an attempt from its first link to its end and names every event that does not fit. */
export function examineChain(evidence: Evidence): Finding[] {
  const { attemptId, events, chainLength, chainHead } = evidence
  const findings: Finding[] = []
  const find = (amiss: Amiss, event: { id: string; seq: number | null } | null, seq: number | null, says: string) =>
    findings.push({ attemptId, eventId: event?.id ?? null, seq: event?.seq ?? seq, amiss, says })

  examineUnchained(evidence, find)
  const chain = events.filter(isChained).sort((a, b) => a.seq - b.seq)
  const at = Map.groupBy(chain, (event) => event.seq)
  const hashesAt = (seq: number) => (seq === 0 ? [null] : (at.get(seq) ?? []).map((event) => event.hash))
  const follows = (event: Chained, place = event.seq) =>
    hashesAt(place - 1).some((before) => linkHash(before, { ...event, seq: place }) === event.hash)
  /** What a genuine hash at a place leads to: the next link, or the end of the chain. */
  const leadsOn = (seq: number, hash: string) =>
    seq === chainLength
      ? hash === chainHead
      : (at.get(seq + 1) ?? []).some((next) => linkHash(hash, next) === next.hash)

  for (const event of chain) {
    const twice = (at.get(event.seq)?.length ?? 0) > 1
    const fits = follows(event)
    if (fits && !twice) continue
    const own = hashesAt(event.seq - 1).map((before) => linkHash(before, event))
    const place = movedFrom(event)
    if (fits) {
      if (!leadsOn(event.seq, event.hash)) find('inserted', event, null, 'stands where another event is')
    } else if (own.some((hash) => hash !== event.hash && leadsOn(event.seq, hash)))
      find('changed', event, null, 'its hash was changed')
    else if (place !== null) find('reordered', event, null, `stands at place ${event.seq}, was saved at place ${place}`)
    else if (twice || event.seq > chainLength) find('inserted', event, null, 'was never part of the chain')
    else if (hashesAt(event.seq - 1).length === 0 && leadsOn(event.seq, event.hash))
      continue // its predecessor is gone
    else if (blamesPredecessor(event)) continue
    else find('changed', event, null, 'is not what was saved')
  }
  examineEnd()
  return findings

  /** The place at which an event was saved, where it is another than the one it stands at now. */
  function movedFrom(event: Chained): number | null {
    for (let place = 1; place <= Math.max(chainLength, chain.length); place++)
      if (place !== event.seq && follows(event, place)) return place
    return null
  }

  /** The hash of the event before it was changed: this one follows from what that event's own row gives. */
  function blamesPredecessor(event: Chained): boolean {
    return (at.get(event.seq - 1) ?? []).some((before) =>
      hashesAt(before.seq - 1).some((hash) => linkHash(linkHash(hash, before), event) === event.hash),
    )
  }

  function examineEnd() {
    for (let seq = 1; seq <= chainLength; seq++) {
      if (at.has(seq)) continue
      const end = chain.every((event) => event.seq < seq)
      find(end ? 'truncated' : 'deleted', null, seq, `the event at place ${seq} of ${chainLength} is gone`)
    }
    const beyond = chain.filter((event) => event.seq > chainLength)
    for (const event of beyond)
      if (findings.every((finding) => finding.eventId !== event.id))
        find('inserted', event, null, `stands beyond the end of the chain, which is place ${chainLength}`)
    const last = at.get(chainLength) ?? []
    if (beyond.length === 0 && last.length === 1 && last[0]?.hash !== chainHead && findings.length === 0)
      find('changed', last[0] ?? null, null, 'the end of the chain that the attempt keeps is not its hash')
    if (chainLength === 0 && chainHead !== null) find('changed', null, 0, 'an empty chain has an end')
  }
}

function examineUnchained(
  { events, unchained }: Evidence,
  find: (amiss: Amiss, event: StoredSave | null, seq: number | null, says: string) => void,
) {
  const without = events.filter((event) => event.seq === null && event.hash === null)
  for (const event of events)
    if ((event.seq === null) !== (event.hash === null))
      find('changed', event, null, 'its place or its hash was taken away')
  if (without.length < unchained)
    find('deleted', null, null, `${unchained - without.length} events from before the chain are gone`)
  // those from before the chain have the lowest ids
  for (const event of without.slice(unchained)) find('inserted', event, null, 'has no place in the chain')
}
