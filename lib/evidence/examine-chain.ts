import { linkHash } from './canonical.ts'
import type { Evidence } from './evidence.ts'
import { examineUnchained } from './examine-unchained.ts'
import type { Amiss, Finding } from './finding.ts'
import { type Link, linksOf, receiptGone } from './links.ts'

/** Follows the chain of an attempt from its first link to its end and names every link that does not fit. */
export function examineChain(evidence: Evidence): Finding[] {
  const { attemptId, chainLength, chainHead } = evidence
  const findings: Finding[] = []
  const found = new Set<object>()
  const find = (
    amiss: Amiss,
    link: (Pick<Link, 'eventId' | 'called'> & { seq: number | null }) | null,
    seq: number | null,
    says: string,
  ) => {
    if (link) found.add(link)
    const eventId = link?.eventId ?? null
    findings.push({ attemptId, eventId, seq: link?.seq ?? seq, amiss, says: `${link?.called ?? ''}${says}` })
  }

  examineUnchained(evidence, find)
  const chain = linksOf(evidence)
  const at = Map.groupBy(chain, (link) => link.seq)
  const hashesAt = (seq: number) => (seq === 0 ? [null] : (at.get(seq) ?? []).map((link) => link.hash))
  const follows = (link: Link, place = link.seq) =>
    hashesAt(place - 1).some((before) => linkHash(before, link.row(place)) === link.hash)
  /** What a genuine hash at a place leads to: the next link, or the end of the chain. */
  const leadsOn = (seq: number, hash: string) =>
    seq === chainLength
      ? hash === chainHead
      : (at.get(seq + 1) ?? []).some((next) => linkHash(hash, next.row(next.seq)) === next.hash)

  for (const link of chain) {
    const twice = (at.get(link.seq)?.length ?? 0) > 1
    const fits = follows(link)
    if (fits && !twice) continue
    const own = hashesAt(link.seq - 1).map((before) => linkHash(before, link.row(link.seq)))
    const place = movedFrom(link)
    if (fits) {
      if (!leadsOn(link.seq, link.hash)) find('inserted', link, null, 'stands where another event is')
    } else if (own.some((hash) => hash !== link.hash && leadsOn(link.seq, hash)))
      find('changed', link, null, 'its hash was changed')
    else if (place !== null) find('reordered', link, null, `stands at place ${link.seq}, was saved at place ${place}`)
    else if (twice || link.seq > chainLength) find('inserted', link, null, 'was never part of the chain')
    else if (hashesAt(link.seq - 1).length === 0 && leadsOn(link.seq, link.hash))
      continue // its predecessor is gone
    else if (blamesPredecessor(link)) continue
    else find('changed', link, null, 'is not what was saved')
  }
  examineEnd()
  return findings

  /** The place at which a link was made, where it is another than the one it stands at now. */
  function movedFrom(link: Link): number | null {
    for (let place = 1; place <= Math.max(chainLength, chain.length); place++)
      if (place !== link.seq && follows(link, place)) return place
    return null
  }

  /** The hash of the link before it was changed: this one follows from what that link's own row gives. */
  function blamesPredecessor(link: Link): boolean {
    return (at.get(link.seq - 1) ?? []).some((before) =>
      hashesAt(before.seq - 1).some(
        (hash) => linkHash(linkHash(hash, before.row(before.seq)), link.row(link.seq)) === link.hash,
      ),
    )
  }

  function examineEnd() {
    for (let seq = 1; seq <= chainLength; seq++) {
      if (at.has(seq)) continue
      const receipt = receiptGone(evidence, seq, leadsOn)
      const end = chain.every((link) => link.seq < seq)
      if (receipt) find('deleted', null, seq, `the signed receipt of submission ${receipt} is gone`)
      else find(end ? 'truncated' : 'deleted', null, seq, `what stood at place ${seq} of ${chainLength} is gone`)
    }
    const beyond = chain.filter((link) => link.seq > chainLength)
    for (const link of beyond)
      if (!found.has(link))
        find('inserted', link, null, `stands beyond the end of the chain, which is place ${chainLength}`)
    const last = at.get(chainLength) ?? []
    if (beyond.length === 0 && last.length === 1 && last[0]?.hash !== chainHead && findings.length === 0)
      find('changed', last[0] ?? null, null, 'the end of the chain that the attempt keeps is not its hash')
    if (chainLength === 0 && chainHead !== null) find('changed', null, 0, 'an empty chain has an end')
  }
}
