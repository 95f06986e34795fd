import type { PlantedFigures, Share } from './simulate.ts'

export type PlantedTotals = Omit<PlantedFigures, 'question'>

/** The figures of several questions taken together: every student and every box counts once. */
export function totalsOf(figures: readonly PlantedFigures[]): PlantedTotals {
  const sum = (shares: readonly (Share | undefined)[]): Share => ({
    hits: shares.reduce((so, share) => so + (share?.hits ?? 0), 0),
    of: shares.reduce((so, share) => so + (share?.of ?? 0), 0),
  })
  const bySlips = (pick: (one: PlantedFigures) => readonly Share[]) =>
    [0, 1, 2].map((k) => sum(figures.map((one) => pick(one)[k])))
  return {
    firstWrong: bySlips(({ firstWrong }) => firstWrong),
    recovered: bySlips(({ recovered }) => recovered),
    unseen: sum(figures.map(({ unseen }) => unseen)),
    honest: sum(figures.map(({ honest }) => honest)),
    named: sum(figures.map(({ named }) => named)),
  }
}

export function shareOf({ hits, of }: Share): number {
  return of === 0 ? Number.NaN : hits / of
}

/** What was aimed at: shares from 0 to 1. */
export const plantedAims = { firstWrong: 0.95, recovered: 0.9, honest: 0.999, named: 0.01 }
