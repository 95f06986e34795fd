import { describe, expect, it } from 'vitest'
import { madeTexts, seeded } from '../testing/made-texts.ts'
import { type Clustered, clusterTexts } from './cluster.ts'

/** Of all pairs: how many that are together belong together, and how many that belong together are. */
function pairs(meant: readonly number[], found: readonly Clustered[]) {
  const figures = { both: 0, together: 0, same: 0 }
  for (let i = 0; i < meant.length; i++)
    for (let j = i + 1; j < meant.length; j++) {
      const together = found[i]?.leader === found[j]?.leader
      const same = meant[i] === meant[j]
      figures.together += Number(together)
      figures.same += Number(same)
      figures.both += Number(together && same)
    }
  return { precision: figures.both / figures.together, recall: figures.both / figures.same }
}

/** Each text with the set of those it is with. */
const partition = (texts: readonly string[], found: readonly Clustered[]) =>
  new Map(texts.map((text, k) => [text, texts.filter((_, j) => found[j]?.leader === found[k]?.leader).sort()]))

describe('near-identical texts', () => {
  it('of a class of 600 are together where they mean the same, hardly ever where they do not', () => {
    const made = madeTexts(600)
    const found = clusterTexts(made.map(({ markdown }) => markdown))
    const { precision, recall } = pairs(
      made.map(({ of }) => of),
      found,
    )
    expect(precision).toBeGreaterThan(0.98)
    expect(recall).toBeGreaterThan(0.3)
    const sizes = new Map<number, number>()
    for (const { leader } of found) sizes.set(leader, (sizes.get(leader) ?? 0) + 1)
    const shared = [...sizes.values()].filter((size) => size > 1)
    // nine of ten answers, twelve meanings: a handful of groups instead of hundreds of answers
    expect(shared.length).toBeLessThan(60)
    expect(shared.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0.8 * 600)
  })

  it('of opposite meaning are apart, though they share nearly every word', () => {
    const [one, other] = clusterTexts([
      'The gradient vanishes because every weight is shared.',
      'The gradient does not vanish because every weight is shared.',
    ])
    const [same, again] = clusterTexts([
      'The weights are shared at every pixel.',
      'the weight is shared at every pixels!',
    ])
    expect(one?.leader).toBe(other?.leader === 0 ? -1 : 0)
    expect(again?.leader).toBe(same?.leader)
  })

  it('are apart where one makes a point that the other does not', () => {
    const points = [
      'it names dropout',
      'each unit is left out at random for every example, so another thinned network is trained each time',
      'all thinned networks share their weights: only one set is trained and stored',
      'activations are rescaled so that the full net stands for the average of the ensemble',
    ]
    const random = seeded(3)
    const made = Array.from({ length: 160 }, () => points.map((_, k) => k).filter(() => random() < 0.6))
    const openings = ['I think that', 'Because', 'The point is:', '']
    const texts = made.map((hit, k) => `${openings[k % 4]} ${hit.map((at) => points[at]).join('. And ')}.`)
    const meant = made.map((hit) => Number(`1${hit.join('')}`))
    const { precision, recall } = pairs(meant, clusterTexts(texts))
    expect(precision).toBeGreaterThan(0.88)
    expect(recall).toBeGreaterThan(0.9)
  })

  it('do not depend on the order', () => {
    const texts = [...new Set(madeTexts(120, 3).map(({ markdown }) => markdown))]
    const random = seeded(11)
    const shuffled = texts.map((text) => ({ text, at: random() })).sort((a, b) => a.at - b.at)
    const other = shuffled.map(({ text }) => text)
    expect(partition(other, clusterTexts(other))).toEqual(partition(texts, clusterTexts(texts)))
  })

  it('of which many are the same word for word are one, and none is lost', () => {
    const found = clusterTexts(['So.', 'because', 'because!', '', 'so', '   '])
    expect(found).toHaveLength(6)
    expect(found[1]?.leader).toBe(found[2]?.leader)
    expect(found.every(({ likeness }) => likeness > 0 && likeness <= 1)).toBe(true)
  })

  it('hundreds of long ones take seconds at most', () => {
    const long = madeTexts(400).map(
      ({ markdown }, k) =>
        `${markdown} ${madeTexts(6, k)
          .map((one) => one.markdown)
          .join(' ')}`,
    )
    const started = performance.now()
    clusterTexts(long)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
