/** A number of scores, and where they lie. */
export interface Scores {
  n: number
  mean: number
}

/** With fewer than so many scores on either side nothing is said. */
const fewest = 10
/** So many standard errors apart are not taken for chance. */
const far = 3

/**
 * How far one reviewer's mean lies from that of the others of the part, in standard errors. The spread is that of each
 * reviewer's scores about their own middle, robust: 1.4826 times the median distance from the median, which is the
 * standard deviation where scores are normal (Rousseeuw and Croux 1993). Null where there are too few scores, or no spread.
 */
export function distanceOf(own: Scores, others: Scores, spread: number): number | null {
  if (own.n < fewest || others.n < fewest || spread <= 0) return null
  return (own.mean - others.mean) / (spread * Math.sqrt(1 / own.n + 1 / others.n))
}

export const isFar = (distance: number | null) => distance !== null && Math.abs(distance) > far

/** Scores of a group without those of one in it. */
export function without(all: Scores, own: Scores): Scores {
  const n = all.n - own.n
  return { n, mean: n > 0 ? (all.mean * all.n - own.mean * own.n) / n : 0 }
}
