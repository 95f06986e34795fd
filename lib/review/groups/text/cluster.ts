import { contradict, type NormalText, normaliseText } from './normalise.ts'
import { sayTheSame } from './same-sentences.ts'
import { likeness, TextSpace, type TextVector } from './vectors.ts'

/** A text and the cluster it belongs to: the place of the cluster's leader among the texts, and how like it is. */
export interface Clustered {
  leader: number
  likeness: number
}

/** How like a leader a text must be to be read as the same answer; chosen on the made class of the test beside it. */
export const alikeFrom = 0.4

/** Features by which leaders are looked up, the most telling of a text; and leaders that are then looked at closely. */
const telling = 64
const closely = 12
/** Entries of the index that one text may cost; the most telling features come first. */
const mostLooked = 4_000

/**
 * Divides texts into those that say nearly the same in nearly the same words. What is word for word the same is one
 * text; then each joins the leader most like it, or becomes one. The order of the texts does not matter: those that
 * many wrote come first, then longer ones. A leader is found through an index of features, not by comparing all pairs.
 */
export function clusterTexts(markdowns: readonly string[], from = alikeFrom): Clustered[] {
  const normal = markdowns.map(normaliseText)
  const copies = new Map<string, number[]>()
  for (const [k, { line }] of normal.entries()) copies.set(line, [...(copies.get(line) ?? []), k])
  const distinct = [...copies].sort(
    ([a, of], [b, others]) => others.length - of.length || b.length - a.length || (a < b ? -1 : 1),
  )
  const texts = distinct.map(([, [k]]) => normal[k as number] as NormalText)
  const leaders = new Leaders(texts)
  const joined = texts.map((_, k) => leaders.nearest(k, from) ?? leaders.add(k))
  const settled = joined.map((own, k) => (leaders.has(k) ? own : (leaders.nearest(k, from) ?? own)))
  const result: Clustered[] = new Array(markdowns.length)
  for (const [k, [, places]] of distinct.entries()) {
    const { leader, likeness: how } = settled[k] as Clustered
    const first = distinct[leader]?.[1][0] ?? 0
    for (const place of places) result[place] = { leader: first, likeness: how }
  }
  return result
}

/** Leaders so far, and an index from features to them. */
class Leaders {
  private readonly texts: readonly NormalText[]
  private readonly space: TextSpace
  private readonly vectors: readonly TextVector[]
  private readonly at = new Map<number, number[]>()
  private readonly leading = new Set<number>()

  constructor(texts: readonly NormalText[]) {
    this.texts = texts
    this.space = new TextSpace(texts)
    this.vectors = this.space.vectors
  }

  has(k: number): boolean {
    return this.leading.has(k)
  }

  add(k: number): Clustered {
    this.leading.add(k)
    for (const [feature] of tellingOf(this.vectors[k] as TextVector)) {
      const known = this.at.get(feature)
      if (known) known.push(k)
      else this.at.set(feature, [k])
    }
    return { leader: k, likeness: 1 }
  }

  /** The leader most like a text, if one is like it at all. */
  nearest(k: number, from: number): Clustered | null {
    const vector = this.vectors[k]
    if (!vector) return null
    let best: Clustered | null = null
    for (const leader of this.candidates(vector)) {
      const how = likeness(vector, this.vectors[leader] as TextVector)
      if (how < from || (best && (how < best.likeness || (how === best.likeness && leader > best.leader)))) continue
      const [text, other] = [this.texts[k] as NormalText, this.texts[leader] as NormalText]
      if (!contradict(text, other) && sayTheSame(text, other, this.space)) best = { leader, likeness: how }
    }
    return best
  }

  private candidates(vector: TextVector): number[] {
    const shared = new Map<number, number>()
    let looked = 0
    for (const [feature, weight] of tellingOf(vector)) {
      const leaders = this.at.get(feature) ?? []
      for (const leader of leaders) shared.set(leader, (shared.get(leader) ?? 0) + weight)
      looked += leaders.length
      if (looked > mostLooked) break
    }
    return [...shared]
      .sort(([a, one], [b, other]) => other - one || a - b)
      .slice(0, closely)
      .map(([leader]) => leader)
  }
}

function tellingOf({ features, weights }: TextVector): [number, number][] {
  const all = Array.from(features, (feature, k): [number, number] => [feature, weights[k] as number])
  if (all.length <= telling) return all
  return all.sort(([a, one], [b, other]) => other - one || a - b).slice(0, telling)
}
