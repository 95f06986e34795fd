import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohenKappa, fleissKappa, readingOf, squared } from './kappa.ts'

/** A table of how often one said the row and the other the column, as the pairs it counts. */
const pairsOf = (table: number[][]) =>
  table.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, () => [one, other] as const)))

/** 30 patients, six psychiatrists, five diagnoses: table 1 of Fleiss (1971). */
const diagnoses = `
  0 0 0 6 0 | 0 3 0 0 3 | 0 1 4 0 1 | 0 0 0 0 6 | 0 3 0 3 0 | 2 0 4 0 0 | 0 0 4 0 2 | 2 0 3 1 0 | 2 0 0 4 0 | 0 0 0 0 6 |
  1 0 0 5 0 | 1 1 0 4 0 | 0 3 3 0 0 | 1 0 0 5 0 | 0 2 0 3 1 | 0 0 5 0 1 | 3 0 0 1 2 | 5 1 0 0 0 | 0 2 0 4 0 | 1 0 2 0 3 |
  0 0 0 0 6 | 0 1 0 5 0 | 0 2 0 1 3 | 2 0 0 4 0 | 1 0 0 4 1 | 0 5 0 1 0 | 4 0 0 0 2 | 0 2 0 4 0 | 1 0 5 0 0 | 0 0 0 0 6`
  .split('|')
  .map((row) =>
    row
      .trim()
      .split(' ')
      .flatMap((count, category) => Array.from({ length: Number(count) }, () => category)),
  )

describe('agreement of two', () => {
  it('is what textbooks print', () => {
    // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1: 100 patients, kappa 0.68
    const patients = cohenKappa(
      pairsOf([
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ]),
    )
    expect(patients).toMatchObject({ n: 100, observed: 0.89 })
    expect(patients.expected).toBeCloseTo(0.66, 10)
    expect(patients.value).toBeCloseTo(0.6765, 4)
    // fifty applications that two people accept or turn down: 0.70 seen, 0.50 by chance
    expect(
      cohenKappa(
        pairsOf([
          [20, 5],
          [10, 15],
        ]),
      ).value,
    ).toBeCloseTo(0.4, 10)
  })

  it('counts distances as Cohen did in 1968: 0.49 without, 0.35 with his weights', () => {
    const pairs = pairsOf([
      [44, 5, 1],
      [7, 20, 3],
      [9, 5, 6],
    ])
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ]
    expect(cohenKappa(pairs).value).toBeCloseTo(0.492, 3)
    expect(cohenKappa(pairs, (one, other) => weights[one]?.[other] ?? 0).value).toBeCloseTo(0.348, 3)
  })

  it('with squared distances is the concordance of the points, as Fleiss and Cohen showed in 1973', () => {
    const points = fc.integer({ min: 0, max: 8 }).map((n) => n / 4)
    fc.assert(
      fc.property(fc.array(fc.tuple(points, points), { minLength: 2, maxLength: 40 }), (pairs) => {
        const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
        const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
        const spread = mean(pairs.map(([x, y]) => (x - mx) ** 2 + (y - my) ** 2)) + (mx - my) ** 2
        const { value } = cohenKappa(pairs, squared)
        if (spread < 1e-12) return value === null
        return Math.abs((value ?? Number.NaN) - (2 * mean(pairs.map(([x, y]) => (x - mx) * (y - my)))) / spread) < 1e-9
      }),
      { seed: 5 },
    )
  })

  it('says nothing where both always said the same one thing, or nothing was scored', () => {
    expect(cohenKappa(pairsOf([[7]]))).toEqual({ value: null, n: 7, observed: 1, expected: 1 })
    expect(cohenKappa([])).toMatchObject({ value: null, n: 0 })
    expect(cohenKappa([], squared)).toMatchObject({ value: null, n: 0 })
  })
})

describe('agreement of many', () => {
  it('is 0.430 for the psychiatrists of Fleiss (1971)', () => {
    const kappa = fleissKappa(diagnoses)
    expect(kappa.n).toBe(30)
    expect(kappa.observed).toBeCloseTo(0.5556, 4)
    expect(kappa.expected).toBeCloseTo(0.2199, 4)
    expect(kappa.value).toBeCloseTo(0.43, 3)
  })

  it('is 1 where all agree on more than one thing, and nothing where there is but one thing or one person', () => {
    expect(
      fleissKappa([
        [1, 1, 1],
        [2, 2, 2],
      ]).value,
    ).toBe(1)
    expect(fleissKappa([[1, 1, 1]]).value).toBeNull()
    expect(fleissKappa([[1], [2]]).value).toBeNull()
    expect(() => fleissKappa([[1, 2], [1]])).toThrow('everybody')
  })
})

it('is put in words', () => {
  expect([-0.1, 0.1, 0.3, 0.5, 0.7, 0.9].map(readingOf)).toEqual([
    'none',
    'slight',
    'fair',
    'moderate',
    'substantial',
    'high',
  ])
})
