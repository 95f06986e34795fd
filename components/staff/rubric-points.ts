export interface RubricItem {
  id: string
  says: string
  amount: number
  unit: 'points' | 'share'
}

export interface Rubric {
  version: number
  base: 'zero' | 'full'
  items: readonly RubricItem[]
}

/** The points that the chosen rubric items add up to: never more than the part is worth, never less than nothing. */
export function rubricPoints(rubric: Rubric, chosen: readonly string[], possible: number): number {
  const sum = rubric.items
    .filter(({ id }) => chosen.includes(id))
    .reduce(
      (total, { amount, unit }) => total + (unit === 'share' ? amount * possible : amount),
      rubric.base === 'full' ? possible : 0,
    )
  // sums of decimals such as 0.1 + 0.2 are shown as people add them
  return Number(Math.min(possible, Math.max(0, sum)).toFixed(4))
}
