/** The points that the chosen rubric items add up to: never more than the part is worth, never less than nothing. */
export function rubricPoints(
  rubric: readonly { points: number }[],
  chosen: readonly number[],
  possible: number,
): number {
  const sum = chosen.reduce((total, k) => total + (rubric[k]?.points ?? 0), 0)
  // sums of decimals such as 0.1 + 0.2 are shown as people add them
  return Number(Math.min(possible, Math.max(0, sum)).toFixed(4))
}
