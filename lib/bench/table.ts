export interface Figure {
  what: string
  value: string
  /** What was aimed at, where something was. */
  aim?: string
}

/** Figures under a heading, one a line. */
export function printFigures(heading: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length)) + 2
  console.log(`\n${heading}`)
  for (const { what, value, aim } of figures) {
    console.log(`  ${what.padEnd(width)}${value.padStart(14)}${aim ? `   aim ${aim}` : ''}`)
  }
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
