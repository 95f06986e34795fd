/** How strongly a value is coloured: −5 … 5, with the sign of the value; 0 is no colour. */
export type HeatLevel = number

const levels = 5

/** Levels of values on one scale whose ends are ± `most`; beyond them the strongest. Nothing to colour where there is no value. */
export function heatLevel(value: number | null, most: number): HeatLevel {
  if (value === null || !Number.isFinite(value) || value === 0 || !(most > 0)) return 0
  const level = Math.min(levels, Math.ceil((levels * Math.abs(value)) / most))
  return Math.sign(value) * level
}

/** The end of a scale about zero that holds the given values. */
export function scaleOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => {
    const size = value === null ? 0 : Math.abs(value)
    return Number.isFinite(size) ? Math.max(most, size) : most
  }, 0)
}
