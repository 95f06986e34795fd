import { sheetOf } from './question-sheets.ts'
import type { Answers, Params } from './sheet.ts'

export interface PlantedSheet {
  answers: Answers
  /** per field that holds a named mistake: its id */
  expectedNames: Record<string, string>
}

/**
 * The right sheet with one slip in every group of boxes that has any, followed through honestly. `turn` chooses which:
 * the turns 0 … turnsOf(slug) − 1 show every slip at least once.
 */
export function plantedAnswers(slug: string, params: Params, turn = 0): PlantedSheet {
  const sheet = sheetOf(slug)
  const planted: PlantedSheet = { answers: sheet.right(params), expectedNames: {} }
  for (const group of sheet.slips) {
    const slip = group[turn % group.length]!
    const changed = slip.answers(params)
    Object.assign(planted.answers, changed)
    for (const field of slip.named ?? Object.keys(changed)) planted.expectedNames[field] = slip.mistake
  }
  return planted
}

/** How many turns it takes until every slip of a question has been planted. */
export function turnsOf(slug: string): number {
  return Math.max(0, ...sheetOf(slug).slips.map((group) => group.length))
}
