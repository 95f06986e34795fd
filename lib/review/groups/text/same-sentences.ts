import type { NormalText } from './normalise.ts'
import { likeness, type TextSpace, type TextVector } from './vectors.ts'

/** How like one of another's sentences a sentence must be to say what it says. */
const alikeFrom = 0.25
/** A sentence of fewer words says nothing by itself: “Yes.” */
const fewest = 2
/** So much longer a text says more, where it is no single word. */
const longer = { times: 2, words: 5 }

const known = new WeakMap<NormalText, TextVector[]>()

/**
 * Whether each sentence of either has its like in the other: who makes one of two points says less than who makes both,
 * however many words they share.
 */
export function sayTheSame(a: NormalText, b: NormalText, space: TextSpace): boolean {
  const [short, long] = [a.words.length, b.words.length].sort((one, other) => one - other) as [number, number]
  if (long > short * longer.times && long - short >= longer.words) return false
  if (a.sentences.length === 1 && b.sentences.length === 1) return true
  const [ofA, ofB] = [sentencesOf(a, space), sentencesOf(b, space)]
  return ofA.every((one) => hasLike(one, ofB)) && ofB.every((one) => hasLike(one, ofA))
}

const hasLike = (one: TextVector, others: readonly TextVector[]) =>
  others.some((other) => likeness(one, other) >= alikeFrom)

function sentencesOf(text: NormalText, space: TextSpace): TextVector[] {
  const found = known.get(text)
  if (found) return found
  const made = text.sentences.filter(({ length }) => length >= fewest).map((words) => space.vectorOf(words))
  known.set(text, made)
  return made
}
