import { cohenKappa, fleissKappa, type Kappa, type Reading, readingOf, squared } from './kappa.ts'
import type { BlindScore, ScorePair } from './part-scores.ts'

export interface Agreement extends Kappa {
  reading: Reading | null
}

const read = (kappa: Kappa): Agreement => ({
  ...kappa,
  reading: kappa.value === null ? null : readingOf(kappa.value),
})

/** How the reviewers of a part agree on its calibration set. */
export interface Calibrated {
  raters: { personId: string; name: string; scored: number; mean: number }[]
  /** two by two: whether they gave the same points, and how far apart where they did not (squared distances) */
  pairs: { one: string; other: string; same: Agreement; points: Agreement }[]
  /** all at once, where there are more than two: on the answers that each of them scored */
  all: Agreement | null
  /** item by item of the rubric: whether it was ticked */
  items: { id: string; agreement: Agreement }[]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

export function compareRaters(scores: readonly BlindScore[], itemIds: readonly string[]): Calibrated {
  const byPerson = [...Map.groupBy(scores, ({ personId }) => personId).values()]
  const raters = byPerson.map((own) => ({
    personId: own[0]?.personId ?? '',
    name: own[0]?.name ?? '',
    scored: own.length,
    mean: mean(own.map(({ points }) => points)),
  }))
  const pairs = byPerson.flatMap((own, k) =>
    byPerson.slice(k + 1).map((theirs) => {
      const other = new Map(theirs.map((score) => [score.submissionId, score.points]))
      const both = own.flatMap(({ submissionId, points }): [number, number][] => {
        const second = other.get(submissionId)
        return second === undefined ? [] : [[points, second]]
      })
      return {
        one: own[0]?.name ?? '',
        other: theirs[0]?.name ?? '',
        same: read(cohenKappa(both)),
        points: read(cohenKappa(both, squared)),
      }
    }),
  )
  const byAll = [...Map.groupBy(scores, ({ submissionId }) => submissionId).values()].filter(
    (given) => given.length === byPerson.length,
  )
  const many = byPerson.length > 2
  return {
    raters,
    pairs,
    all: many ? read(fleissKappa(byAll.map((given) => given.map(({ points }) => points)))) : null,
    items:
      byPerson.length < 2
        ? []
        : itemIds.map((id) => {
            const ticked = byAll.map((given) => given.map(({ rubric }) => rubric.includes(id)))
            const two = () => cohenKappa(ticked.map(([one = false, other = false]) => [one, other] as const))
            return { id, agreement: read(many ? fleissKappa(ticked) : two()) }
          }),
  }
}

/** First and second scores of a part: as if all first ones were one person's, and all second ones another's. */
export interface SecondLooks {
  points: Agreement
  same: Agreement
  /** mean distance, in points */
  apart: number
  beyond: number
}

export function compareLooks(pairs: readonly ScorePair[]): SecondLooks {
  const points = pairs.map(({ first, second }): [number, number] => [first.points, second.points])
  const distances = points.map(([one, other]) => Math.abs(one - other))
  return {
    points: read(cohenKappa(points, squared)),
    same: read(cohenKappa(points)),
    apart: distances.length === 0 ? 0 : mean(distances),
    beyond: pairs.filter(({ first, second, threshold }) => Math.abs(first.points - second.points) > threshold + 1e-9)
      .length,
  }
}
