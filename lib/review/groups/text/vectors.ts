import type { NormalText } from './normalise.ts'

/** A text as a sparse vector of length 1: the numbers of its features, ascending, and their weights. */
export interface TextVector {
  features: Uint32Array
  weights: Float64Array
}

/** How much words say, pairs of words that follow each other, and runs of letters, which forgive a typing error. */
const share = { words: 0.55, pairs: 0.1, runs: 0.35 }
const run = 4

/** Texts as vectors: how often a word or run of letters stands in a text, and how few texts of the class have it. */
export class TextSpace {
  readonly vectors: TextVector[]
  private readonly numbers = new Map<string, number>()
  private readonly frequency: number[] = []
  private readonly texts: number

  constructor(texts: readonly NormalText[]) {
    this.texts = texts.length
    const counted = texts.map(({ words }) => this.counts(words))
    for (const counts of counted)
      for (const each of Object.values(counts))
        for (const feature of each.keys()) this.frequency[feature] = (this.frequency[feature] ?? 0) + 1
    this.vectors = counted.map((counts) => this.weigh(counts))
  }

  /** A part of a text, in the same space. */
  vectorOf(words: readonly string[]): TextVector {
    return this.weigh(this.counts(words))
  }

  private counts(words: readonly string[]) {
    return {
      words: count(words, 'w', this.numbers),
      pairs: count(pairsOf(words), 'p', this.numbers),
      runs: count(words.flatMap(runsOf), 'r', this.numbers),
    }
  }

  private weigh(counts: Record<'words' | 'pairs' | 'runs', Map<number, number>>): TextVector {
    const rarity = (feature: number) => Math.log(1 + this.texts / (this.frequency[feature] ?? 1))
    const weights = new Map(
      (['words', 'pairs', 'runs'] as const).flatMap((kind) => weighed(counts[kind], rarity, Math.sqrt(share[kind]))),
    )
    const features = Uint32Array.from(weights.keys()).sort()
    return { features, weights: Float64Array.from(features, (feature) => weights.get(feature) ?? 0) }
  }
}

/** The cosine of two vectors of length 1: 0 where nothing is shared, 1 where all is. */
export function likeness(a: TextVector, b: TextVector): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.features.length && j < b.features.length) {
    const left = a.features[i] as number
    const right = b.features[j] as number
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (left < right) i++
    else j++
  }
  return Math.min(1, sum)
}

const pairsOf = (words: readonly string[]) => words.slice(1).map((word, k) => `${words[k]} ${word}`)

function runsOf(word: string): string[] {
  const padded = ` ${word} `
  if (padded.length <= run) return [padded]
  return Array.from({ length: padded.length - run + 1 }, (_, k) => padded.slice(k, k + run))
}

function count(features: readonly string[], kind: string, numbers: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const feature of features.map((each) => `${kind} ${each}`)) {
    let number = numbers.get(feature)
    if (number === undefined) {
      number = numbers.size
      numbers.set(feature, number)
    }
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}

function weighed(
  counts: ReadonlyMap<number, number>,
  rarity: (feature: number) => number,
  scale: number,
): [number, number][] {
  const weights = [...counts].map(([feature, times]): [number, number] => [
    feature,
    (1 + Math.log(times)) * rarity(feature),
  ])
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return weights.map(([feature, weight]) => [feature, (weight / length) * scale])
}
