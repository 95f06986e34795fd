/**
 * Agreement beyond what chance alone would give. `value` is null where chance gives full agreement already: everybody
 * always said the same one thing, and nothing can be concluded.
 */
export interface Kappa {
  value: number | null
  /** answers that all of them scored */
  n: number
  /** the share they agreed on, and the share that chance would give; weighted where the measure is */
  observed: number
  expected: number
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function beyondChance(n: number, observed: number, expected: number): Kappa {
  const value = n === 0 || 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected)
  return { value, n, observed, expected }
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How far apart two verdicts are: 0 the same, larger the worse. */
export type Distance<T> = (one: T, other: T) => number

/**
 * Two people's verdicts on the same answers, by Cohen: A coefficient of agreement for nominal scales, Educational and
 * Psychological Measurement 20 (1960) 37–46; with distances Weighted kappa, Psychological Bulletin 70 (1968) 213–220.
 */
export function cohenKappa<T>(pairs: readonly (readonly [T, T])[], distance?: Distance<T>): Kappa {
  const n = pairs.length
  const apart: Distance<T> = distance ?? ((one, other) => (one === other ? 0 : 1))
  const ones = counted(pairs.map(([one]) => one))
  const others = counted(pairs.map(([, other]) => other))
  let most = 0
  let byChance = 0
  for (const [one, times] of ones)
    for (const [other, otherTimes] of others) {
      byChance += (times * otherTimes * apart(one, other)) / (n * n)
      most = Math.max(most, apart(one, other))
    }
  const seen = share(
    pairs.reduce((sum, [one, other]) => sum + apart(one, other), 0),
    n,
  )
  return most === 0 ? beyondChance(n, 1, 1) : beyondChance(n, 1 - seen / most, 1 - byChance / most)
}

/** For points: being two points apart is four times as bad as being one apart. */
export const squared: Distance<number> = (one, other) => (one - other) ** 2

/**
 * Three people or more: each row has the verdicts of all of them on one answer. Fleiss: Measuring nominal scale agreement
 * among many raters, Psychological Bulletin 76 (1971) 378–382.
 */
export function fleissKappa<T>(rows: readonly (readonly T[])[]): Kappa {
  const n = rows.length
  const raters = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== raters)) throw new Error('everybody scores every answer')
  if (raters < 2) return beyondChance(0, 0, 0)
  const agreeing = rows.map((row) => {
    const same = [...counted(row).values()].reduce((sum, count) => sum + count * (count - 1), 0)
    return same / (raters * (raters - 1))
  })
  const observed = share(
    agreeing.reduce((sum, one) => sum + one, 0),
    n,
  )
  const all = [...counted(rows.flat()).values()].map((count) => share(count, n * raters))
  const expected = all.reduce((sum, part) => sum + part * part, 0)
  return beyondChance(n, observed, expected)
}

export type Reading = 'none' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'high'

/**
 * In words, by Landis and Koch: The measurement of observer agreement for categorical data, Biometrics 33 (1977) 159–174.
 * Their bounds are a habit, not a law, and mean little for few answers: `n` is always shown beside.
 */
export function readingOf(value: number): Reading {
  const bounds: [number, Reading][] = [
    [0, 'none'],
    [0.2, 'slight'],
    [0.4, 'fair'],
    [0.6, 'moderate'],
    [0.8, 'substantial'],
  ]
  return bounds.find(([most]) => value <= most)?.[1] ?? 'high'
}
